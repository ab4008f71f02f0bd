// Code for docs: made-up names in, a fenced block in one of many languages out. No two blocks are alike.
import { SAMPLES, type Sample } from './code-samples.ts';
import { toSentence } from './names.ts';
import type { Random } from './random.ts';
import { ACTIVITIES, SUBJECTS } from './words.ts';

const WEIGHTS = SAMPLES.map((row) => [row, row[1]] as const);
/** What stands behind a language needs one. */
const NAMED = WEIGHTS.filter(([[language]]) => language !== '');
/** How far blocks are from the one in the middle of their language, and the most: a command as a rule, at times a whole file. */
const LINES = { spread: 1.2, most: 150 };

/** Writes a fenced block. `info` stands behind the language. */
export function codeBlock(random: Random, info = ''): string {
  const [language, , median, sample] = random.weighted(info === '' ? WEIGHTS : NAMED);
  const count = Math.min(LINES.most, Math.max(1, Math.round(random.spread(median, LINES.spread))));
  const lines: string[] = [];
  while (lines.length < count) lines.push(...sampleLines(sample, random));
  return `\`\`\`${language}${info}\n${lines.slice(0, count).join('\n')}\n\`\`\``;
}

function sampleLines(sample: Sample, random: Random): readonly string[] {
  const subject = random.pick(SUBJECTS);
  return sample({
    subject,
    Subject: toSentence(subject),
    does: random.pick(ACTIVITIES),
    fields: random.sample(SUBJECTS, random.int(2, 5)),
    number: random.int(10, 9000),
  });
}
