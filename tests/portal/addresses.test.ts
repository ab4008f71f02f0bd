import { describe, expect, test } from 'vitest';
import { createAddresses } from '../../src/portal/addresses.ts';
import type { Entity } from '../../src/portal/types.ts';

const named = (kind: string, namespace: string, name: string) => ({ kind, namespace, name }) as Entity;

describe('createAddresses(base)', () => {
  const addresses = createAddresses('/portal/');

  test('keeps the name as written, kind and namespace in lower case', () => {
    expect(addresses.entity(named('API', 'Payments', 'Charges.V2'))).toBe('/catalog/payments/api/Charges.V2/');
    expect(addresses.entity(named('Component', 'default', 'web'), 'raw')).toBe('/catalog/default/component/web/raw/');
    expect(addresses.docs(named('Component', 'default', 'web'))).toBe('/docs/default/component/web/');
  });

  test.each(['a/b', '..', '-a', 'é', 'a b', 'x'.repeat(300), '', '%2e%2e', '.'])('makes one safe part of the name %j', (name) => {
    const { name: part } = addresses.parts(named('Component', 'default', name));
    expect(part).toMatch(/^[A-Za-z0-9_-]+$/);
  });

  test('never gives two bad names one address', () => {
    const parts = ['a b', 'a-b', 'a/b', 'A b'].map((name) => addresses.parts(named('Component', 'default', name)).name);
    expect(new Set(parts).size).toBe(4);
  });

  test('puts the base path in front and encodes each part, but not query and fragment', () => {
    expect(addresses.href('/docs/ein haus/ü/?a=b c#d')).toBe('/portal/docs/ein%20haus/%C3%BC/?a=b c#d');
    expect(createAddresses('/').href('/catalog/')).toBe('/catalog/');
  });
});
