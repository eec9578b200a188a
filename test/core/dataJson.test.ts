import { expect, test } from 'vitest';
import { dataFromJson, dataToJson } from '../../src/core/dataJson.ts';

test.each([
  [{ a: undefined, $x: 1 }, { $x: 1 }],
  [{ $number: undefined }, {}],
  [{ $table: { $number: 'NaN' } }, { $table: { $number: 'NaN' } }],
  [{ list: [NaN, -0, Infinity] }, { list: [NaN, -0, Infinity] }],
])('plain data is read back from JSON as it was, without absent members: %j', (data, expected) => {
  expect(dataFromJson(dataToJson(data))).toEqual(expected);
});
