// callboard radar convert: writes a radar of any format in another one.
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { countProblems, FORMATS } from '../../src/lib/problem-formats.ts';
import { type RadarTarget, convertRadar, isFree, writeFiles } from '../../src/portal/convert-radar-fs.ts';

interface Options {
  readonly to: RadarTarget;
  readonly out?: string;
}

/** Converts the radar at a path. Our Markdown becomes a folder, Backstage's JSON a file or, without one, the output. Returns 2 when it could not. */
export async function convertRadarCommand(path: string, { to, out }: Options): Promise<number> {
  const { files, problems } = convertRadar(path, to);
  const told = FORMATS['pretty']?.(problems, ({ place }) => place?.path ?? null) ?? '';
  if (told !== '') console.error(`${told}\n\n${countProblems(problems)}`);
  if (files === null) return 2;
  const [only] = files.values();
  if (to === 'backstage' && out === undefined) {
    process.stdout.write(only ?? '');
    return 0;
  }
  if (out === undefined) {
    console.error('Name the folder for the files with --out.');
    return 2;
  }
  if (!isFree(out)) {
    console.error(`${out} is there already and is left as it is. Name another place with --out.`);
    return 2;
  }
  if (to === 'backstage') {
    mkdirSync(dirname(out), { recursive: true });
    writeFileSync(out, only ?? '');
  } else writeFiles(files, out);
  console.error(`Wrote ${files.size === 1 ? '1 file' : `${files.size} files`} to ${out}.`);
  return 0;
}
