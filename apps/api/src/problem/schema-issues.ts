import type { z } from 'zod';
import { Problem, type FieldError } from './problem.js';

type Issue = Pick<z.core.$ZodIssue, 'message'> & { readonly path?: readonly unknown[] | undefined };

const keyOf = (segment: unknown): string =>
  segment !== null && typeof segment === 'object' && 'key' in segment ? String(segment.key) : String(segment);

const errorOf = ({ message, path = [] }: Issue): FieldError => ({ field: path.map(keyOf).join('.'), detail: message });

/** What a schema refused, field by field. */
export const invalidInput = (issues: readonly Issue[]): Problem => {
  const errors = issues.map(errorOf);
  const [first] = errors;
  return new Problem(400, 'invalid', 'Nội dung gửi lên chưa đúng', {
    ...(first ? { detail: first.detail, field: first.field } : {}),
    errors,
  });
};
