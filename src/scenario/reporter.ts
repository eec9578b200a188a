import type { Issue } from '../core/errors.ts';
import type { Locate } from './places.ts';

type Path = readonly (string | number)[];

/** Collects issues with their positions. */
export interface Reporter {
  readonly issues: Issue[];
  report(path: Path, issue: Omit<Issue, 'path'>): void;
}

export function reporter(locate: Locate): Reporter {
  const issues: Issue[] = [];
  return {
    issues,
    report(path, issue) {
      issues.push({ ...issue, ...locate(path), path: path.join('.') });
    },
  };
}
