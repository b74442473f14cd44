import { Inject, Injectable } from '@nestjs/common';
import { statusLabels } from '#casework';
import { LAW, type LawOfTheDay } from '../reference/law-of-the-day.js';
import { fileOf } from './registers.js';

interface Named {
  readonly stream: string;
  readonly unit: string;
  readonly assignee?: string | null | undefined;
}

/** Turns codes of rows into what people read: register and id, names of units and people, labels of statuses. */
@Injectable()
export class Naming {
  constructor(@Inject(LAW) private readonly law: LawOfTheDay) {}

  unit(code: string): string {
    return this.law.now().units.get(code)?.name ?? code;
  }

  person(id: string): string {
    return this.law.now().people.get(id)?.name ?? id;
  }

  status(stream: string, status: string): string {
    const file = fileOf(stream);
    return (file && statusLabels[file.register][status]) ?? status;
  }

  /** What every row about a file begins with. */
  file({ stream, unit, assignee }: Named) {
    const file = fileOf(stream);
    return {
      register: file?.register ?? '',
      id: file?.id ?? stream,
      unit,
      unitName: this.unit(unit),
      ...(assignee ? { assignee, assigneeName: this.person(assignee) } : {}),
    };
  }
}
