/** The job over a data set directory, bounded, in this process, and how its incidents compare with what is known. */
package io.faultline.app.backtest;
