import { beforeAll, describe, expect, test } from 'vitest';
import { matchNames } from '../../../src/portal/search/match-names.ts';
import { type NameList, addFields, openNames } from '../../../src/portal/search/name-list.ts';
import { fieldsData, namesData } from '../../../src/portal/search/names-data.ts';
import { TIERS } from '../../../src/portal/search/tiers.ts';
import type { Portal } from '../../../src/portal/types.ts';
import { compile, entity, source } from '../organisation.ts';

const service = { type: 'service', lifecycle: 'production', owner: 'payments' };

const SITE = source('site', {
  'catalog-info.yaml': [
    entity('Group', 'payments', { type: 'team', children: [] }, { title: 'Payments' }),
    entity('System', 'money', { owner: 'payments' }),
    entity('Component', 'payment-gateway', { ...service, system: 'money' }, { tags: ['pci', 'c++'] }),
    entity('Component', 'payment-archive', {
      ...service,
      lifecycle: 'deprecated',
      dependsOn: ['component:ledger', 'component:getUserById'],
    }),
    entity('Component', 'ledger', { ...service, dependsOn: ['component:payment-gateway'] }, { title: 'Book of accounts' }),
    entity('Component', 'ledger-export', service),
    entity('Component', 'getUserById', service, { annotations: { 'callboard.dev/aliases': 'people-lookup, Directory Service' } }),
    entity('Component', 'tresor', service, { namespace: 'bank', title: 'Trésor' }),
    entity('API', 'ledger', { type: 'openapi', lifecycle: 'production', owner: 'payments', definition: 'x' }, { tags: ['rest'] }),
    entity('Component', 'refund-api', { ...service, dependsOn: ['component:ledger', 'component:tresor'] }, { tags: ['rest'] }),
  ].join(''),
});

let portal: Portal;
let list: NameList;
beforeAll(async () => {
  portal = await compile([SITE]);
  list = addFields(
    openNames(namesData(portal), () => null),
    fieldsData(portal),
    () => null,
  );
});

const ask = (question: string) => matchNames(list, question).map(({ row }) => list.rows.ref(row));
const first = (question: string) => ask(question)[0];

describe('matchNames(list, question)', () => {
  test.each([
    ['an exact reference', 'api:default/ledger', 'api:default/ledger'],
    ['a reference without its namespace', 'api:ledger', 'api:default/ledger'],
    ['a name with its namespace', 'bank/tresor', 'component:bank/tresor'],
    ['an exact name before a longer one that is used more', 'ledger-export', 'component:default/ledger-export'],
    ['a title', 'book of accounts', 'component:default/ledger'],
    ['a title without its accents', 'TRESOR', 'component:bank/tresor'],
    ['another name', 'people-lookup', 'component:default/getuserbyid'],
    ['another name of several words', 'directory service', 'component:default/getuserbyid'],
    ['a name in another spelling', 'payment gateway', 'component:default/payment-gateway'],
    ['a name without its separators', 'paymentgateway', 'component:default/payment-gateway'],
    ['a part of camel case', 'user id', 'component:default/getuserbyid'],
    ['the beginning of a later word', 'gate', 'component:default/payment-gateway'],
    ['words in another order', 'gateway payment', 'component:default/payment-gateway'],
    ['the inside of a word', 'ateway', 'component:default/payment-gateway'],
    ['a letter left out', 'paymentgatway', 'component:default/payment-gateway'],
    ['letters swapped', 'payment-gatewya', 'component:default/payment-gateway'],
    ['a slip in one of two words', 'gatewey payment', 'component:default/payment-gateway'],
    ['a tag', 'pci', 'component:default/payment-gateway'],
    ['a tag with signs', 'c++', 'component:default/payment-gateway'],
    ['a tag and a kind', 'pci component', 'component:default/payment-gateway'],
    ['a tag and a kind, before what is only called like the kind', 'rest api', 'api:default/ledger'],
    ['a system and a kind', 'money component', 'component:default/payment-gateway'],
  ])('finds by %s: %s', (_, question, ref) => expect(first(question)).toBe(ref));

  test('puts what is used more before what is used less, and what is deprecated last', () => {
    expect(ask('payment-').filter((ref) => ref.startsWith('component:default/payment-'))).toEqual([
      'component:default/payment-gateway',
      'component:default/payment-archive',
    ]);
    expect(ask('ledger').slice(0, 3)).toEqual(['component:default/ledger', 'api:default/ledger', 'component:default/ledger-export']);
  });

  test('forgives nothing in short words', () => {
    expect(ask('pcj')).toEqual([]);
  });

  test('finds nothing for nothing, and for nonsense', () => {
    expect([ask(''), ask('   '), ask('---'), ask('jyyzqq')]).toEqual([[], [], [], []]);
  });

  test('says how well each fits', () => {
    const tier = (question: string) => matchNames(list, question)[0]?.tier;
    expect([tier('component:default/ledger'), tier('ledger'), tier('Payments'), tier('paym'), tier('gateway'), tier('pci')]).toEqual([
      TIERS.ref,
      TIERS.name,
      TIERS.name,
      TIERS.prefix,
      TIERS.words,
      TIERS.fields,
    ]);
  });
});
