// Checks data against the official JSON Schemas of OpenAPI and AsyncAPI: parsed data in; the first thing that is wrong with it out.
import { createRequire } from 'node:module';
import { Validator } from '@seriousme/openapi-schema-validator';
import { Ajv, type ErrorObject, type ValidateFunction } from 'ajv';
import { get, text } from './data.ts';
import type { DataFile, Tell } from './document.ts';

/** What is wrong, and where. */
export interface FormatFault {
  readonly path: readonly string[];
  readonly message: string;
}

/** Checks definitions; the schemas are compiled once, when they are first needed. */
export interface FormatChecker {
  /** Returns the versions that are known of a format. */
  versions(format: 'openapi' | 'asyncapi'): readonly string[];
  check(format: 'openapi' | 'asyncapi', version: string, value: unknown): FormatFault | null;
}

const OPENAPI_VERSIONS = ['2.0', '3.0', '3.1', '3.2'];
const ASYNCAPI_VERSIONS = ['2.0.0', '2.1.0', '2.2.0', '2.3.0', '2.4.0', '2.5.0', '2.6.0', '3.0.0', '3.1.0'];

const SETTINGS = { strict: false, validateFormats: false, logger: false, validateSchema: false } as const;
/** Says of a branch only that it failed. */
const EMPTY_WORDS = new Set(['oneOf', 'anyOf', 'allOf', 'if', 'not', '$ref', '$dynamicRef', 'dependentSchemas']);

/** Makes the checker of one build. */
export function createFormatChecker(): FormatChecker {
  const compiled = new Map<string, ValidateFunction>();
  const require = createRequire(import.meta.url);
  // The library's own way of choosing the dialect; its `validate` also follows references, which is done elsewhere here.
  const openapi = new Validator(SETTINGS) as Validator & { getAjvValidator(version: string): ValidateFunction };

  const validatorOf = (format: string, version: string): ValidateFunction => {
    const key = `${format} ${version}`;
    const known = compiled.get(key);
    if (known !== undefined) return known;
    const made =
      format === 'openapi'
        ? openapi.getAjvValidator(version)
        : new Ajv(SETTINGS).compile(require(`@asyncapi/specs/schemas/${version}-without-$id.json`));
    compiled.set(key, made);
    return made;
  };

  return {
    versions: (format) => (format === 'openapi' ? OPENAPI_VERSIONS : ASYNCAPI_VERSIONS),
    check(format, version, value) {
      const validate = validatorOf(format, version);
      if (validate(value)) return null;
      const fault = clearest(validate.errors ?? []);
      return fault === null ? null : toFault(fault, value);
    },
  };
}

/** Of the faults of all branches, the one that lies deepest is the one that is meant. */
function clearest(errors: readonly ErrorObject[]): ErrorObject | null {
  const telling = errors.filter(({ keyword }) => !EMPTY_WORDS.has(keyword));
  const depth = ({ instancePath }: ErrorObject) => instancePath.split('/').length;
  return (
    telling.reduce<ErrorObject | null>((best, error) => (best === null || depth(error) > depth(best) ? error : best), null) ??
    errors[0] ??
    null
  );
}

function toFault({ instancePath, keyword, params, message }: ErrorObject, value: unknown): FormatFault {
  const path = instancePath
    .split('/')
    .slice(1)
    .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'));
  const at = path.length === 0 ? 'The definition' : `"${path.map((part) => part.slice(0, 80)).join(' › ')}"`;
  const given: Readonly<Record<string, unknown>> = params;
  const say = Object.hasOwn(WORDS, keyword) ? WORDS[keyword] : undefined;
  return {
    path: say?.at === undefined ? path : [...path, text(given[say.at])],
    message: `${at} ${say?.words(given, value) ?? message ?? 'is not valid'}.`,
  };
}

/** How the faults people make most are told; `at` names the parameter that holds the key at fault. */
const WORDS: Readonly<
  Record<string, { readonly at?: string; readonly words: (params: Readonly<Record<string, unknown>>, value: unknown) => string }>
> = {
  required: { words: ({ missingProperty }) => `has no "${text(missingProperty)}"` },
  additionalProperties: {
    at: 'additionalProperty',
    words: ({ additionalProperty }) => `has "${text(additionalProperty)}", which the format does not know`,
  },
  unevaluatedProperties: {
    at: 'unevaluatedProperty',
    words: ({ unevaluatedProperty }) => `has "${text(unevaluatedProperty)}", which the format does not know there`,
  },
  type: { words: ({ type }) => `should be ${article([type].flat().map(text).join(' or '))}` },
  enum: { words: ({ allowedValues }) => `should be one of ${[allowedValues].flat().map(text).join(', ')}` },
  const: { words: ({ allowedValue }) => `should be ${text(allowedValue)}` },
};

function article(word: string): string {
  return `${/^[aeio]/.test(word) ? 'an' : 'a'} ${word}`;
}

/** Checks a document against the schema of the version that it says it has, and tells what is wrong first. */
export function checkVersion(format: 'openapi' | 'asyncapi', document: DataFile, tell: Tell, checker: FormatChecker): void {
  const [key = format, said = ''] =
    [format, 'swagger'].map((name) => [name, text(get(document.value, name))]).find(([, found]) => found !== '') ?? [];
  const known = checker.versions(format);
  const version = known.find((one) => said === one || said.startsWith(`${one}.`));
  const at = (path: readonly string[]) => ({ file: document.file, ...document.locate(path) });
  if (version === undefined) {
    tell(
      'api/unknown-version',
      `The definition says ${key} ${said.slice(0, 40)}, which is no version that is known.`,
      at([key]),
      `Known are ${known.join(', ')}.`,
    );
    return;
  }
  const fault = checker.check(format, version, document.value);
  if (fault !== null) tell('api/invalid', fault.message, at(fault.path));
}
