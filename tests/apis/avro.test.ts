// Messages whose payloads are schemas of Avro: every field is shown with its type, in AsyncAPI 2 and 3, here or in a file of its own.
import { describe, expect, test } from 'vitest';
import { avroToJsonSchema } from '../../src/apis/schema/avro.ts';
import { fieldsOf, itemOf, readText } from './definitions.ts';

const VOYAGE = `{
  "type": "record", "name": "Voyage", "namespace": "example.fleet", "doc": "One crossing.",
  "fields": [
    {"name": "id", "type": {"type": "string", "logicalType": "uuid"}},
    {"name": "left", "type": {"type": "long", "logicalType": "timestamp-millis"}, "doc": "When it cast off."},
    {"name": "delay", "type": ["null", "int"], "default": null},
    {"name": "state", "type": {"type": "enum", "name": "State", "symbols": ["PLANNED", "UNDER_WAY"]}},
    {"name": "before", "type": ["null", "State"], "default": null},
    {"name": "stops", "type": {"type": "array", "items": {"type": "record", "name": "Stop", "fields": [
      {"name": "port", "type": "string"},
      {"name": "next", "type": ["null", "example.fleet.Stop"], "default": null}
    ]}}},
    {"name": "loads", "type": {"type": "map", "values": "double"}},
    {"name": "hash", "type": {"type": "fixed", "name": "Hash", "size": 16}},
    {"name": "cause", "type": ["string", "int", "Hash"]}
  ]
}`;
const NAMES = ['id', 'left', 'delay', 'state', 'before', 'stops', 'port', 'next', 'loads', 'hash', 'cause'];

const old = `asyncapi: 2.6.0
info: { title: A, version: '1' }
channels: { voyages: { subscribe: { message: { name: voyage, schemaFormat: application/vnd.apache.avro;version=1.9.0, payload: ${VOYAGE.replaceAll('\n', ' ')} } } } }
`;
const current = `asyncapi: 3.0.0
info: { title: A, version: '1' }
channels: { voyages: { address: voyages, messages: { voyage: { payload: { schemaFormat: application/vnd.apache.avro+json;version=1.9.0, schema: { $ref: ./voyage.avsc } } } } } }
operations: { send: { action: send, channel: { $ref: '#/channels/voyages' } } }
`;

describe.each([
  ['AsyncAPI 2', old, {}],
  ['AsyncAPI 3, in a file of its own', current, { 'api/voyage.avsc': VOYAGE }],
])('%s', (_, text, beside) => {
  test('shows every field of a payload', async () => {
    const { model, problems } = await readText('asyncapi', text, beside);
    expect(problems).toEqual([]);
    if (model === null) throw new Error('There is no model.');
    const message = itemOf(model, 'voyage');
    const shown = fieldsOf(message).map(({ name }) => name);
    expect(NAMES.filter((name) => !shown.includes(name))).toEqual([]);
    const types = new Map(fieldsOf(message).map(({ name, type, marks }) => [name, [type.join(''), ...marks]]));
    expect(types.get('id')).toEqual(['string (uuid)', 'required']);
    expect(types.get('left')).toEqual(['integer (timestamp-millis)', 'required']);
    expect(types.get('delay')).toEqual(['integer (int) | null']);
  });
});

describe('avroToJsonSchema(schema)', () => {
  test('names a type inside of itself, and finds types by name and namespace', () => {
    const { properties } = avroToJsonSchema(JSON.parse(VOYAGE)) as { properties: Record<string, Record<string, unknown>> };
    expect(properties['before']).toMatchObject({ type: ['string', 'null'], enum: ['PLANNED', 'UNDER_WAY'] });
    expect(properties['stops']).toMatchObject({ items: { properties: { next: { description: 'Stop, as above' } }, required: ['port'] } });
    expect(properties['cause']).toMatchObject({ oneOf: [{ type: 'string' }, { type: 'integer' }, { format: '16 bytes' }] });
  });

  test.each([[{}], [null], ['Nothing'], [{ type: 'record' }], [[]], [{ type: { type: { type: 'int' } } }], [{ type: 'array' }]])(
    'survives %j',
    (schema) => {
      expect(typeof avroToJsonSchema(schema)).toBe('object');
    },
  );

  test('stays small where types multiply', () => {
    const level = (depth: number): object => ({
      type: 'record',
      name: `R${depth}`,
      fields: 'abcdefgh'.split('').map((name) => ({ name, type: depth === 0 ? 'int' : name === 'a' ? level(depth - 1) : `R${depth - 1}` })),
    });
    expect(JSON.stringify(avroToJsonSchema(level(11))).length).toBeLessThan(2_000_000);
  });
});
