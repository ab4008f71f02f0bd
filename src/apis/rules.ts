// The rules of the room: what can be wrong with the definition of an API, as rows.
import { type Rules, reporter } from '../lib/problem.ts';

/** Lists every rule of this room. Names are permanent. */
export const apiRules = {
  'api/bad-syntax': {
    severity: 'error',
    meaning: 'The definition of an API cannot be parsed.',
    why: 'No operation of it can be shown, only its text.',
    wrong: 'type Query {\n  voyage(id: ID!: Voyage\n}',
    right: 'type Query {\n  voyage(id: ID!): Voyage\n}',
  },
  'api/wrong-format': {
    severity: 'warning',
    meaning: 'The definition of an API is of another format than its type says, or of none that is known.',
    why: 'Tools that go by the type cannot read it.',
    wrong: 'type: openapi\ndefinition: |\n  asyncapi: 3.0.0',
    right: 'type: asyncapi\ndefinition: |\n  asyncapi: 3.0.0',
  },
  'api/unknown-version': {
    severity: 'warning',
    meaning: 'The definition names a version of its format that is not known.',
    why: 'It is read like the newest version that is known, so parts of it may be missing.',
    wrong: 'openapi: 3.9.0',
    right: 'openapi: 3.1.0',
  },
  'api/invalid': {
    severity: 'warning',
    meaning: 'The definition of an API breaks the rules of its format.',
    why: 'What follows the rules is shown; other tools may refuse all of it.',
    wrong: 'openapi: 3.1.0\ninfo: {title: Voyages}',
    right: "openapi: 3.1.0\ninfo: {title: Voyages, version: '1'}",
  },
  'api/unknown-ref': {
    severity: 'warning',
    meaning: 'The definition names a schema, a type or a file that is not there, or that is not read: addresses on the web never are.',
    why: 'Readers see the name and not what it stands for.',
    wrong: "schema: {$ref: '#/components/schemas/Vojage'}",
    right: "schema: {$ref: '#/components/schemas/Voyage'}",
  },
  'api/too-large': {
    severity: 'warning',
    meaning: 'The definition of an API is larger or deeper than a page can hold.',
    why: 'The rest of it is missing from the reference; the download has all of it.',
  },
} as const satisfies Rules;

export const report = reporter(apiRules);
export type ApiRule = keyof typeof apiRules;
