/** The questionnaire as data, and the prompters that render it without a screen. */
@NullMarked
package dev.pgstow.prompt;

import org.jspecify.annotations.NullMarked;
