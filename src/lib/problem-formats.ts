// Problems as text for people and machines: problems in, one string out, ready to be printed.
import pc from 'picocolors';
import type { Problem, Severity } from './problem.ts';

/** Turns a problem's place into the path a reader can open; sources may lie elsewhere than they are called. */
export type Locate = (problem: Problem) => string | null;

const sourcePath: Locate = ({ place }) => (place === undefined ? null : `${place.source}/${place.path}`);

const COLOURS: Readonly<Record<Severity, (text: string) => string>> = { error: pc.red, warning: pc.yellow, info: pc.blue };
const GITHUB_LEVELS: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', info: 'notice' };
const SARIF_LEVELS: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', info: 'note' };

/** All formats that `--format` can name. */
export const FORMATS: Readonly<Record<string, (problems: readonly Problem[], locate?: Locate) => string>> = {
  pretty: formatPretty,
  json: formatJson,
  github: formatGithub,
  sarif: formatSarif,
};

/** Formats problems for a terminal: place, level and rule on one line, what and what to do below it. */
function formatPretty(problems: readonly Problem[], locate = sourcePath): string {
  return problems
    .map((problem) => {
      const { rule, severity, message, hint } = problem;
      const path = [locate(problem), problem.place?.line, problem.place?.column].filter((part) => part !== null && part !== undefined);
      const head = [path.length === 0 ? null : pc.underline(path.join(':')), COLOURS[severity](severity), pc.dim(rule)].filter(
        (part) => part !== null,
      );
      return [head.join('  '), `  ${plain(message)}`, ...(hint === undefined ? [] : [pc.dim(`  ${plain(hint)}`)])].join('\n');
    })
    .join('\n');
}

function formatJson(problems: readonly Problem[]): string {
  return JSON.stringify(problems, null, 2);
}

/** Formats problems as workflow commands, which GitHub shows as annotations at the line. */
function formatGithub(problems: readonly Problem[], locate = sourcePath): string {
  return problems
    .map((problem) => {
      const place = { file: locate(problem), line: problem.place?.line, col: problem.place?.column, title: problem.rule };
      const properties = Object.entries(place)
        .filter(([, value]) => value !== null && value !== undefined)
        .map(([key, value]) => `${key}=${escapeProperty(String(value))}`);
      const text = [problem.message, problem.hint].filter((part) => part !== undefined).join(' ');
      return `::${GITHUB_LEVELS[problem.severity]} ${properties.join(',')}::${escapeData(text)}`;
    })
    .join('\n');
}

/** Formats problems as SARIF 2.1.0, which code hosts and editors read. */
function formatSarif(problems: readonly Problem[], locate = sourcePath): string {
  const rules = [...new Set(problems.map((problem) => problem.rule))].sort();
  const results = problems.map((problem) => {
    const path = locate(problem);
    const { line, column } = problem.place ?? {};
    return {
      ruleId: problem.rule,
      level: SARIF_LEVELS[problem.severity],
      message: { text: [problem.message, problem.hint].filter((part) => part !== undefined).join(' ') },
      ...(path !== null && {
        locations: [
          {
            physicalLocation: {
              artifactLocation: { uri: path.split('/').map(encodeURIComponent).join('/') },
              ...(line !== undefined && { region: { startLine: line, ...(column !== undefined && { startColumn: column }) } }),
            },
          },
        ],
      }),
    };
  });
  const driver = { name: 'Callboard', rules: rules.map((id) => ({ id })) };
  return JSON.stringify(
    { $schema: 'https://json.schemastore.org/sarif-2.1.0.json', version: '2.1.0', runs: [{ tool: { driver }, results }] },
    null,
    2,
  );
}

/** Counts problems in words: `3 errors, 1 warning`. */
export function countProblems(problems: readonly Problem[]): string {
  const words = (['error', 'warning', 'info'] as const).flatMap((severity) => {
    const count = problems.filter((problem) => problem.severity === severity).length;
    const noun = severity === 'info' ? 'note' : severity;
    return count === 0 ? [] : `${count} ${noun}${count === 1 ? '' : 's'}`;
  });
  return words.length === 0 ? 'no problems' : words.join(', ');
}

/** Text from a file may hold escape sequences that a terminal would obey: control characters are shown as spaces. */
function plain(text: string): string {
  // oxlint-disable-next-line no-control-regex -- control characters are exactly what must not pass
  return text.replace(/[\u0000-\u001f\u007f-\u009f]+/g, ' ');
}

/** https://docs.github.com/actions/reference/workflow-commands-for-github-actions: percent signs and line breaks are encoded. */
function escapeData(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
