/** The command line. Not in the job jar. */
package io.faultline.app;
