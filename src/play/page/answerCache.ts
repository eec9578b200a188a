import type { Answer } from '../protocol.ts';
import type { Choice } from './choice.ts';

/** Most answers that are kept; the oldest are dropped first. */
const MOST_KEPT = 300;

/** Answers to choices of one scenario, so that what was seen or foreseen is shown at once. */
export class AnswerCache {
  private readonly kept = new Map<string, Answer>();

  /** The best answer known to a choice. */
  of(choice: Choice): Answer | undefined {
    return this.kept.get(keyOf(choice));
  }

  /** Caches an answer, unless a better one is cached or it is a first estimate. */
  keep(choice: Choice, answer: Answer): void {
    const key = keyOf(choice);
    const known = this.kept.get(key);
    if (answer.isProvisional || isBetter(known, answer)) return;
    this.kept.delete(key);
    // Charts of what people do are drawn later than the answer.
    this.kept.set(key, answer.detail === undefined ? { ...answer, detail: known?.detail } : answer);
    for (const oldest of this.kept.keys()) {
      if (this.kept.size <= MOST_KEPT) return;
      this.kept.delete(oldest);
    }
  }

  get size(): number {
    return this.kept.size;
  }

  forget(): void {
    this.kept.clear();
  }
}

/** Whether the answer shown has more runs than another to its question, or at equal runs more detail. */
export function isBetter(shown: Answer | undefined, answer: Answer): boolean {
  if (shown === undefined || shown.isProvisional) return false;
  if (answer.isProvisional || answer.done < shown.done) return true;
  return answer.done === shown.done && answer.detail === undefined && shown.detail !== undefined;
}

function keyOf({ set, arms }: Choice): string {
  return JSON.stringify([Object.entries(set).sort(), arms]);
}
