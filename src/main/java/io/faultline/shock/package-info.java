/** Levels, signals, attribution, incidents and the alert contract. Imports the pure packages only. */
package io.faultline.shock;
