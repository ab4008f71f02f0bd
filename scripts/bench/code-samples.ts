// What is written in which language: rows of a language, how often it comes up, lines of the block in the middle, and what is written. Shares and
// lengths are those of 3,985 blocks in 18 public repositories; languages that are hardly in those share what is left.
import { toSentence } from './names.ts';

/** The words that a block is made of. */
export interface Words {
  /** What the code is about, its activity, and some fields of it. */
  readonly subject: string;
  readonly Subject: string;
  readonly does: string;
  readonly fields: readonly string[];
  readonly number: number;
}

/** Writes the lines of a block. */
export type Sample = (words: Words) => readonly string[];

/** Languages, empty for none, with how often they come up, how many lines they have in the middle, and what is written in them. */
export const SAMPLES: readonly (readonly [language: string, weight: number, median: number, sample: Sample])[] = [
  [
    '',
    28,
    4,
    ({ subject, does, fields, number }) => [
      `$ ${does} ${subject} --limit ${number}`,
      'NAME                STATE     AGE',
      ...fields.map((field, index) => `${`${subject}-${field}`.padEnd(20)}${index % 3 === 0 ? 'Pending' : 'Running'}   ${number % 90}m`),
    ],
  ],
  [
    'bash',
    12,
    2,
    ({ subject, does, fields, number }) => [
      `kubectl --namespace ${subject} rollout restart deployment/${does}-${fields[0]}`,
      `export ${does.toUpperCase()}_URL="https://${subject}.acme.example:${number}"`,
      ...fields.map((field) => `curl --fail --silent "$${does.toUpperCase()}_URL/${field}s?limit=${number}" | jq '.[].id' > ${field}.txt`),
      `for id in $(cat ${fields[0]}.txt); do echo "${does} $id"; done # may take ${number} s`,
    ],
  ],
  [
    'yaml',
    40,
    6,
    ({ subject, does, fields, number }) => [
      `apiVersion: apps/v1`,
      `kind: Deployment`,
      `metadata:`,
      `  name: ${subject}-${does} # one for each region`,
      `spec:`,
      `  replicas: ${number % 9}`,
      ...fields.flatMap((field) => [`  ${field}:`, `    enabled: true`, `    limit: "${number}Mi"`]),
    ],
  ],
  [
    'json',
    3,
    10,
    ({ subject, fields, number }) => [
      '{',
      `  "${subject}Id": ${number},`,
      ...fields.map((field) => `  "${field}": { "state": "open", "count": ${number + field.length} },`),
      '  "done": false',
      '}',
    ],
  ],
  [
    'typescript',
    3,
    9,
    ({ subject, Subject, does, fields, number }) => [
      `import { ${does} } from './${does}.ts';`,
      '',
      `export interface ${Subject} {`,
      ...fields.map((field) => `  readonly ${field}: string | null;`),
      '}',
      '',
      `/** Waits for at most ${number} ms. */`,
      `export async function ${does}${Subject}(${subject}: ${Subject}): Promise<number> {`,
      `  const found = await ${does}(${subject}.${fields[0]} ?? '', { timeout: ${number} });`,
      '  return found.filter((one) => one.size > 0).length;',
      '}',
    ],
  ],
  [
    'java',
    2,
    9,
    ({ Subject, does, fields, number }) => [
      `@Service`,
      `public final class ${Subject}${toSentence(does)} {`,
      `    private static final int LIMIT = ${number};`,
      ...fields.flatMap((field) => [
        '',
        `    public Optional<String> ${field}(final ${Subject} given) {`,
        `        return Optional.ofNullable(given.${field}()).map(String::trim);`,
        '    }',
      ]),
      '}',
    ],
  ],
  [
    'python',
    3,
    3,
    ({ subject, Subject, does, fields, number }) => [
      'from dataclasses import dataclass',
      '',
      '@dataclass(frozen=True)',
      `class ${Subject}:`,
      ...fields.map((field) => `    ${field}: str | None = None`),
      '',
      `def ${does}(${subject}: ${Subject}, limit: int = ${number}) -> list[str]:`,
      `    """Returns at most \`limit\` of them."""`,
      `    return [f"{${subject}.${fields[0]}}-{n}" for n in range(limit)]`,
    ],
  ],
  [
    'go',
    3,
    15,
    ({ subject, Subject, does, fields, number }) => [
      `package ${does}`,
      '',
      `type ${Subject} struct {`,
      ...fields.map((field) => `\t${toSentence(field)} string \`json:"${field}"\``),
      '}',
      '',
      `func (${subject.charAt(0)} *${Subject}) Run(ctx context.Context) error {`,
      `\tif len(${subject.charAt(0)}.${toSentence(fields[0] ?? '')}) > ${number} {`,
      `\t\treturn fmt.Errorf("${does}: %d is too long", ${number})`,
      '\t}',
      '\treturn nil',
      '}',
    ],
  ],
  [
    'sql',
    2,
    6,
    ({ subject, fields, number }) => [
      `SELECT s.id, ${fields.map((field) => `s.${field}`).join(', ')}`,
      `  FROM ${subject} AS s`,
      `  JOIN ${fields[0]} AS f ON f.${subject}_id = s.id`,
      ` WHERE s.changed_at > now() - INTERVAL '${number} minutes' -- not in use before then`,
      ' ORDER BY s.changed_at DESC',
      ` LIMIT ${number};`,
    ],
  ],
  [
    'hcl',
    2,
    7,
    ({ subject, does, fields, number }) => [
      `resource "aws_sqs_queue" "${subject}_${does}" {`,
      `  name = "${subject}-${does}-\${var.stage}"`,
      `  delay_seconds = ${number}`,
      ...fields.map((field) => `  tags = { ${field} = "yes" }`),
      '}',
    ],
  ],
  [
    'kotlin',
    1,
    8,
    ({ Subject, does, fields, number }) => [
      `data class ${Subject}(`,
      ...fields.map((field) => `    val ${field}: String? = null,`),
      ')',
      '',
      `fun ${Subject}.${does}(limit: Int = ${number}) = listOfNotNull(${fields.join(', ')}).take(limit)`,
    ],
  ],
  [
    'rust',
    1,
    8,
    ({ Subject, does, fields, number }) => [
      '#[derive(Debug, Clone)]',
      `pub struct ${Subject} {`,
      ...fields.map((field) => `    pub ${field}: Option<String>,`),
      '}',
      '',
      `pub fn ${does}(limit: usize) -> Vec<${Subject}> {`,
      `    (0..limit.min(${number})).map(|_| todo!()).collect()`,
      '}',
    ],
  ],
  [
    'dockerfile',
    1,
    8,
    ({ does, number }) => [
      'FROM eclipse-temurin:21-jre',
      `WORKDIR /opt/${does}`,
      `COPY target/${does}.jar app.jar`,
      `EXPOSE ${number}`,
      'ENTRYPOINT ["java", "-jar", "app.jar"]',
    ],
  ],
  [
    'xml',
    1,
    5,
    ({ subject, does, fields, number }) => [
      `<${subject} id="${number}">`,
      ...fields.map((field) => `  <${field} state="open">${does}</${field}>`),
      `</${subject}>`,
    ],
  ],
  [
    'graphql',
    1,
    6,
    ({ subject, fields, number }) => [
      'query {',
      `  ${subject}(id: ${number}) {`,
      ...fields.map((field) => `    ${field} { id name }`),
      '  }',
      '}',
    ],
  ],
  [
    'text',
    3,
    4,
    ({ subject, does, fields, number }) =>
      fields.map((field, index) => `10:0${index}:12 INFO  ${does} ${subject}=${number + index} ${field}=ok`),
  ],
  [
    'html',
    2,
    3,
    ({ subject, does, fields, number }) => [
      `<section class="${subject}" id="${does}-${number}">`,
      ...fields.map((field) => `  <a href="/${subject}/${field}">${field}</a>`),
      '</section>',
    ],
  ],
  [
    'markdown',
    2,
    5,
    ({ subject, does, fields, number }) => [
      `## ${toSentence(does)} the ${subject}`,
      '',
      ...fields.map((field) => `- \`${field}\` takes **${number}** ms`),
    ],
  ],
  [
    'diff',
    1,
    20,
    ({ subject, does, fields, number }) => [
      `--- a/${subject}/${does}.yaml`,
      `+++ b/${subject}/${does}.yaml`,
      `@@ -${number},${fields.length} +${number},${fields.length} @@`,
      ...fields.flatMap((field) => [`-  ${field}: ${number}`, `+  ${field}: ${number + 1}`, `   ${field}Limit: 10`]),
    ],
  ],
  ['css', 1, 5, ({ subject, fields, number }) => [`.${subject} {`, ...fields.map((field) => `  --${field}-size: ${number % 40}px;`), '}']],
];
