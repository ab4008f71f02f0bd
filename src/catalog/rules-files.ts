// The rules of reading: files, YAML, Locations and placeholders.
import type { Rules } from '../lib/problem.ts';

/** Lists what can go wrong before there is an entity to look at. */
export const fileRules = {
  'catalog/no-entity-file': {
    severity: 'info',
    meaning: 'A source has no file that matches its `catalog` globs.',
    why: 'Nothing of the source appears in the catalog.',
    wrong: '- git: https://git.acme.example/payments.git\n  catalog: [catalog-infos.yaml]',
    right: '- git: https://git.acme.example/payments.git\n  catalog: [catalog-info.yaml]',
  },
  'yaml/syntax': {
    severity: 'error',
    meaning: 'A document of an entity file cannot be parsed as YAML.',
    why: 'The entity in it is missing from the portal; the other documents of the file are read all the same.',
    wrong: 'metadata:\n  name: billing\n  name: ledger',
    right: 'metadata:\n  name: ledger',
  },
  'yaml/not-text': {
    severity: 'error',
    meaning: 'An entity file is neither UTF-8 nor UTF-16 with a byte order mark.',
    why: 'Its letters cannot be told, so no entity in it can be read.',
  },
  'yaml/too-large': {
    severity: 'error',
    meaning: 'An entity file has more than 5 MB or 10,000 documents, or a document becomes huge once its aliases are filled in.',
    why: 'One file must not use up the memory of the whole build.',
  },
  'location/missing-target': {
    severity: 'error',
    meaning: 'A Location points to a file that is not there, or its glob matches none.',
    why: 'The entities it was meant to bring are missing.',
    wrong: 'spec:\n  targets: [./servces/catalog-info.yaml]',
    right: 'spec:\n  targets: [./services/catalog-info.yaml]',
  },
  'location/cycle': {
    severity: 'warning',
    meaning: 'A Location points to a file that leads to the Location itself.',
    why: 'Every file is read once, so nothing is lost, but somebody expects something else to be here.',
    wrong: '# all.yaml\nspec:\n  targets: [./all.yaml]',
    right: '# all.yaml\nspec:\n  targets: [./services.yaml]',
  },
  'location/not-fetched': {
    severity: 'warning',
    meaning: 'A Location points to a web address that belongs to no source of the portal.',
    why: 'Only configured sources are read, so the entities behind the address are missing.',
    wrong: 'spec:\n  target: https://github.com/acme/ledger/blob/main/catalog-info.yaml',
    right: '# portal.yaml\nsources:\n  - git: https://github.com/acme/ledger.git',
  },
  'location/outside': {
    severity: 'error',
    meaning: 'A Location points out of its repository.',
    why: 'Nothing outside a source is ever read.',
    wrong: 'spec:\n  targets: [../../other/catalog-info.yaml]',
    right: 'spec:\n  targets: [./other/catalog-info.yaml]',
  },
  'location/invalid-target': {
    severity: 'error',
    meaning: 'A Location has a type that cannot be followed, or a target that is no path and no address.',
    why: 'The entities it was meant to bring are missing.',
    wrong: 'spec:\n  type: s3\n  target: bucket/catalog-info.yaml',
    right: 'spec:\n  target: ./catalog-info.yaml',
  },
  'location/limit': {
    severity: 'error',
    meaning: 'Locations are nested too deep or bring too many files.',
    why: 'One repository must not keep the whole build busy.',
  },
  'placeholder/missing': {
    severity: 'error',
    meaning: 'A placeholder ($text, $json, $yaml) names a file that is not there.',
    why: 'The field stays empty, e.g. an API without its definition.',
    wrong: 'definition:\n  $text: ./opnapi.yaml',
    right: 'definition:\n  $text: ./openapi.yaml',
  },
  'placeholder/outside': {
    severity: 'error',
    meaning: 'A placeholder points out of its repository.',
    why: 'Nothing outside a source is ever read.',
    wrong: 'definition:\n  $text: ../../../etc/passwd',
    right: 'definition:\n  $text: ./openapi.yaml',
  },
  'placeholder/too-large': {
    severity: 'error',
    meaning: 'A placeholder names a file that is larger than 5 MB, or the placeholders of one entity are larger together.',
    why: 'One file must not use up the memory of the whole build.',
  },
  'placeholder/syntax': {
    severity: 'error',
    meaning: 'A placeholder is not written as one text, or its file is no valid JSON, YAML or text.',
    why: 'The field stays empty.',
    wrong: 'definition:\n  $json: ./openapi.yaml',
    right: 'definition:\n  $text: ./openapi.yaml',
  },
  'placeholder/not-fetched': {
    severity: 'warning',
    meaning: 'A placeholder points to a web address that belongs to no source of the portal.',
    why: 'Only configured sources are read, so the field stays empty.',
    wrong: 'definition:\n  $text: https://api.acme.example/openapi.json',
    right: 'definition:\n  $text: ./openapi.json',
  },
} as const satisfies Rules;
