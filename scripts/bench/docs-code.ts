// Code for docs: made-up names in, a fenced block in one of many languages out. No two blocks are alike.
import { SAMPLES } from './code-samples.ts';
import { toSentence } from './names.ts';
import type { Random } from './random.ts';
import { ACTIVITIES, SUBJECTS } from './words.ts';

const WEIGHTS = SAMPLES.map((row) => [row, row[1]] as const);

/** Writes a fenced block. `info` stands behind the language. */
export function codeBlock(random: Random, info = ''): string {
  const [language, , sample] = random.weighted(WEIGHTS);
  const subject = random.pick(SUBJECTS);
  const words = {
    subject,
    Subject: toSentence(subject),
    does: random.pick(ACTIVITIES),
    fields: random.sample(SUBJECTS, random.int(2, 5)),
    number: random.int(10, 9000),
  };
  return `\`\`\`${language}${info}\n${sample(words).join('\n')}\n\`\`\``;
}
