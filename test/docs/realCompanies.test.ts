import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

test('the page on real companies counts its own rows', () => {
  const text = readFileSync('docs/explanation/real-companies.md', 'utf8');
  const rows = text.split('\n').filter((line) => /^\| C\d+ \|/.test(line));
  const differing = rows.filter((line) => line.endsWith('| differs |')).length;
  expect(rows.every((line) => /\| (holds|differs) \|$/.test(line))).toBe(true);
  expect(text).toContain(
    `Of ${rows.length} facts about real companies and their data, ${rows.length - differing} come out here and ${differing} differ.`,
  );
});

test('the table on the real funnel asks what it claims', () => {
  const text = readFileSync('reports/validation/olist.md', 'utf8');
  expect(Number(/distance to the even days: ([\d.]+)/.exec(text)![1])).toBeLessThan(0.1);
  expect(text.match(/\| yes \|/g)).toHaveLength(10);
  expect(text).not.toMatch(/\| no \|/);
});
