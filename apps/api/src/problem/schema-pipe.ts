import type { ArgumentMetadata, PipeTransform } from '@nestjs/common';
import { invalidInput } from './schema-issues.js';

/**
 * Checks what a route takes by the schema that it names for it: `@Body({ schema })`.
 * In one go, where the framework's own pipe makes promises of each of a route's parameters; and nothing is taken out of
 * a body beforehand, because the parser of JSON has refused what would reach an object's prototype.
 */
export class SchemaPipe implements PipeTransform {
  /** @throws {Problem} 400, field by field */
  transform(value: unknown, { schema }: ArgumentMetadata): unknown {
    if (schema === undefined) return value;
    const result = schema['~standard'].validate(value);
    if (result instanceof Promise) throw new Error('what a route takes is checked at once');
    if (result.issues) throw invalidInput(result.issues);
    return result.value;
  }
}
