import { Inject, Injectable } from '@nestjs/common';
import type { Viewer } from '#read-models';
import { dayIn } from '#law';
import { CLOCK, type Clock } from '../clock.js';
import { Problem } from '../problem/problem.js';
import { UNITS, type Units } from '../reference/units.js';
import { may, type Action, type Subject } from './policy.js';
import type { Who } from './roles.js';

/** The policy on the tree of units as it is today. */
@Injectable()
export class Policy {
  constructor(
    @Inject(UNITS) private readonly units: Units,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  may(who: Who, action: Action, subject: Subject): boolean {
    return may(who, action, subject, (unit, ancestor) => this.units.isWithin(unit, ancestor, dayIn(this.clock())));
  }

  /** @throws {Problem} 403 */
  demand(who: Who, action: Action, subject: Subject): void {
    if (!this.may(who, action, subject))
      throw new Problem(403, 'forbidden', 'Bạn không có quyền làm việc này.', {
        detail:
          subject.unit === undefined
            ? 'Vai trò của bạn không được làm việc này.'
            : 'Đơn vị hoặc hồ sơ này ngoài phạm vi của bạn.',
      });
  }

  /** Whether they may do what holds for everybody, as the law does: only in a unit that nobody stands above. */
  mayForAll(who: Who, action: Action): boolean {
    const tops = this.units.tops(who.unit, dayIn(this.clock()));
    return tops.length > 0 && tops.every((unit) => this.may(who, action, { unit }));
  }

  /** @throws {Problem} 403 */
  demandForAll(who: Who, action: Action): void {
    if (!this.mayForAll(who, action))
      throw new Problem(403, 'forbidden', 'Bạn không có quyền làm việc này.', {
        detail: 'Chỉ người quản trị của đơn vị cấp trên cùng được thay đổi dữ liệu pháp luật dùng chung.',
      });
  }

  /**
   * The units in which someone may do something, for lists and counts.
   * @param root a unit asked for; their own when absent
   * @throws {Problem} 403 when the unit asked for is out of scope
   */
  scope(who: Who, action: Action, root: string = who.unit): readonly string[] {
    this.demand(who, action, { unit: root });
    const today = dayIn(this.clock());
    return this.units.below(root, today).filter((unit) => this.may(who, action, { unit }));
  }

  /** The same as the read models ask it: which units, and whether sealed files are named. */
  viewer(who: Who, action: Action): Viewer {
    const maySeeSealed = this.may(who, action, { unit: who.unit, confidentiality: 2 });
    return { scope: this.scope(who, action), maySeeSealed, person: who.personId };
  }
}
