/** Market facts as values: prints, listings, sessions, moves and sector drawdowns. Imports nothing but {@code java.*}. */
package io.faultline.market;
