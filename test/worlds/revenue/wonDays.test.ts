import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readWonDays } from '../../../src/worlds/revenue/statement/wonDays.ts';

const read = (text: string, length: 'month' | 'quarter' = 'month') =>
  readWonDays(text, 'deals.csv', length, 21).periods;

test('dates are counted by weekday of their month, weekends on the Friday before', () => {
  // January 2025 has 23 weekdays from Wednesday the 1st; the 31st is a Friday. February has 20.
  const [january, february] = read('closed\n2025-01-01\n2025-01-31\n2025-02-01\n2025-02-02\n2025-02-28\n');
  expect(january.length).toBe(23);
  expect([january[0], january[22]]).toEqual([1, 1]);
  expect(february.length).toBe(20);
  // Saturday and Sunday at the beginning of a month have no Friday in it: its first weekday.
  expect([february[0], february[19]]).toEqual([2, 1]);
});

test('every weekday of a century has its own place, in order', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 36_000 }), fc.constantFrom('month', 'quarter'), (n, length) => {
      const day = new Date(Date.UTC(1980, 0, 1) + n * 86_400_000);
      const iso = day.toISOString().slice(0, 10);
      const months = length === 'month' ? 1 : 3;
      const first = new Date(
        Date.UTC(day.getUTCFullYear(), Math.floor(day.getUTCMonth() / months) * months, 1),
      );
      let place = -1;
      for (let at = first.getTime(); at <= day.getTime(); at += 86_400_000)
        if (![0, 6].includes(new Date(at).getUTCDay())) place++;
      // Two later periods keep the first from being the last, which may be too short to be used.
      const later = (by: number) =>
        new Date(Date.UTC(day.getUTCFullYear(), day.getUTCMonth() + by * months, 28))
          .toISOString()
          .slice(0, 10);
      const [period] = read(`closed\n${iso}\n${later(1)}\n`, length as 'month');
      expect(period[Math.max(0, place)]).toBe(1);
      expect(period.reduce((sum, deals) => sum + deals, 0)).toBe(1);
    }),
  );
});

test('days of play are those of replay --deals; only won deals count', () => {
  const rows = ['decidedDay,outcome', '1,won', '21,won', '22,lost', ',open', '-4,won', '42,Won', '63,won'];
  const periods = read(rows.join('\n'));
  expect(periods.map((days) => days.length)).toEqual([21, 21, 21]);
  expect([periods[0][0], periods[0][20], periods[1][0], periods[1][20], periods[2][20]]).toEqual([
    1, 1, 0, 1, 1,
  ]);
});

test('dates are read as people write them, and deals lost are left out', () => {
  const german = readWonDays(
    'Deal;Close Date;Status\n1;31.01.2025;Closed Won\n2;03.02.2025;Lost\n',
    'd',
    'month',
    21,
  );
  expect([german.deals, german.rows, german.periods[0][22]]).toEqual([1, 2, 1]);
  // The 28th cannot be a month, so that the first number of all rows is one.
  const american = read('closed\n02/28/2025\n01/02/2025\n');
  expect([american.length, american[0][1], american[1][19]]).toEqual([2, 1, 1]);
  expect(read('closed\n28/02/2025\n01/02/2025\n').length).toBe(1);
  expect(read('closed\n2025-01-31 14:30:00\n2025-02-28T09:00:00Z')[0][22]).toBe(1);
  expect(() => read('closed\n01/02/2025\n03/04/2025')).toThrow(/told apart/);
});

test('what cannot be read is refused with its place', () => {
  expect(() => read('when,who\n2025-01-01,x')).toThrow(
    /deals\.csv:1:1: columns is missing.*when, who.*a column closed/s,
  );
  expect(() => read('closed,decidedDay\n2025-01-01,3')).toThrow(/columns/);
  expect(() => read('closed\n2025-02-30')).toThrow(/deals\.csv:2:1.*2025-02-30.*2025-03-31/);
  expect(() => read('closed\nsoon\nlater\nnever')).toThrow(
    /deals\.csv:2:1.*a date such as 2025-03-31 \(and 2 more rows\)/,
  );
  expect(() => read('closed\n0205-01-31\n2025-01-31')).toThrow(/at most 1,?200/);
  expect(() => read('closed,outcome\n2025-01-01,lost')).toThrow(/a row for each deal won/);
  expect(() => read('')).toThrow(/columns/);
});
