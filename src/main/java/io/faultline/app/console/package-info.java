/** What people read on a terminal: pure text from values, no reading or writing. */
package io.faultline.app.console;
