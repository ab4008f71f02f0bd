// What portal.yaml says about APIs: the hosts that requests may be sent to, and what is wrong with them.
import { expect, test } from 'vitest';
import { parseConfig } from '../../src/config/config.ts';

const parse = (apis: string) => parseConfig(`title: Acme\nsources:\n  - path: org\napis: ${apis}\n`, 'portal.yaml');

test('hosts are lower case, sorted, each once', () => {
  expect(parse('{try: [Test.acme.example, localhost:8080, test.acme.example]}').value?.apis.tryHosts).toEqual([
    'localhost:8080',
    'test.acme.example',
  ]);
});

test.each([
  ['{try: ["https://test.acme.example/"]}', '4:14 config/invalid-host The host is not the name of a host.'],
  ['{try: ["*.acme.example"]}', '4:14 config/invalid-host The host is not the name of a host.'],
  ['{try: ["a.example; script-src *"]}', '4:14 config/invalid-host The host is not the name of a host.'],
  ['{tri: [a.example]}', '4:8 config/unknown-key The entry of "apis" has no key "tri".'],
])('%s is a mistake', (apis, complaint) => {
  expect(parse(apis).problems.map(({ place, rule, message }) => `${place?.line}:${place?.column} ${rule} ${message}`)).toEqual([complaint]);
});
