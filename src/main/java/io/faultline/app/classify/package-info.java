/** Training, judging and timing the headline classifier. */
package io.faultline.app.classify;
