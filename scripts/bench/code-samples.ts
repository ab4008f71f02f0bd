// What is written in which language: rows of a language, how often it comes up, and its lines.
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

/** Languages with how often they come up, and what is written in them. */
export const SAMPLES: readonly (readonly [language: string, weight: number, sample: Sample])[] = [
  [
    'bash',
    30,
    ({ subject, does, fields, number }) => [
      'set -euo pipefail',
      `export ${does.toUpperCase()}_URL="https://${subject}.acme.example:${number}"`,
      ...fields.map((field) => `curl --fail --silent "$${does.toUpperCase()}_URL/${field}s?limit=${number}" | jq '.[].id' > ${field}.txt`),
      `for id in $(cat ${fields[0]}.txt); do echo "${does} $id"; done # may take ${number} s`,
    ],
  ],
  [
    'yaml',
    40,
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
    14,
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
    8,
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
    7,
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
    7,
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
    6,
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
    4,
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
    3,
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
    2,
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
    2,
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
    2,
    ({ subject, does, fields, number }) => [
      `<${subject} id="${number}">`,
      ...fields.map((field) => `  <${field} state="open">${does}</${field}>`),
      `</${subject}>`,
    ],
  ],
  [
    'graphql',
    1,
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
    5,
    ({ subject, does, fields, number }) =>
      fields.map((field, index) => `10:0${index}:12 INFO  ${does} ${subject}=${number + index} ${field}=ok`),
  ],
];
