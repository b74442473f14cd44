import { describe, expect, it } from '@jest/globals';
import { derive, dueDate, evolveLaw, openPoints, termRows } from '../src/index.js';
import { clockOf, theLaw } from '../testing/the-law.js';

const texts = (...args: Parameters<typeof clockOf>): string[] =>
  derive(clockOf(...args), theLaw).map(({ text }) => text);

describe('why a due date is what it is', () => {
  it('tells start, term, days off and result, each with its article', () => {
    expect(derive(clockOf('crimeReport.resolve', '2024-03-11'), theLaw)).toEqual([
      {
        text: 'Giải quyết nguồn tin về tội phạm: tính từ ngày nhận được tố giác, tin báo về tội phạm, kiến nghị khởi tố, 11/03/2024; ngày này không tính vào thời hạn.',
        basis: 'BLTTHS Điều 147 khoản 1',
        date: '2024-03-11',
      },
      { text: 'Thời hạn 20 ngày: hết 31/03/2024.', basis: 'BLTTHS Điều 147 khoản 1', date: '2024-03-31' },
      {
        text: 'Ngày cuối là ngày nghỉ: 31/03/2024 (Chủ nhật); ngày làm việc tiếp theo là 01/04/2024.',
        basis: 'BLTTHS Điều 134 khoản 1',
        date: '2024-04-01',
      },
      {
        text: 'Điểm A1 chưa thống nhất (Thời hạn tính theo ngày hết vào ngày nghỉ có lùi không): đang theo "lùi sang ngày làm việc tiếp theo, như thời hạn theo tháng"; nếu theo "không lùi, chỉ thời hạn theo tháng mới lùi" thì hạn là 31/03/2024.',
        basis: 'BLTTHS Điều 134 khoản 1; Bộ luật Dân sự Điều 148 khoản 5',
        date: '2024-03-31',
        point: 'A1',
      },
      { text: 'Hạn: hết ngày 01/04/2024.', basis: 'BLTTHS Điều 134 khoản 1', date: '2024-04-01' },
    ]);
  });

  it('names every day off that was passed over', () => {
    expect(texts('crimeReport.resolve', '2026-08-11')).toContainEqual(
      'Ngày cuối là ngày nghỉ: 31/08/2026 (Nghỉ hoán đổi Quốc khánh 2026 (làm bù 22/08/2026)), 01/09/2026 (Quốc khánh (ngày liền kề)), 02/09/2026 (Quốc khánh 2/9); ngày làm việc tiếp theo là 03/09/2026.',
    );
  });

  it('tells of each extension what the law makes of it', () => {
    const extensions = [
      { fact: 'a', decidedOn: '2024-03-20', requestedOn: '2024-03-19', length: { months: 2 } },
      { fact: 'b', decidedOn: '2024-04-20', length: { months: 1 } },
    ];
    expect(texts('crimeReport.prolonged', '2024-01-22', { extensions })).toEqual(
      expect.arrayContaining([
        'Gia hạn lần 1 theo quyết định ngày 20/03/2024, 2 tháng: hết 22/05/2024; đề nghị ngày 19/03/2024 là chậm so với quy định (trước khi hết hạn 5 ngày).',
        'Gia hạn lần 2 theo quyết định ngày 20/04/2024, 1 tháng: luật không cho gia hạn thêm, không kéo dài thời hạn.',
      ]),
    );
  });

  it('says what a late and an over-long extension are worth', () => {
    const over = [{ fact: 'a', decidedOn: '2024-03-20', length: { months: 4 } }];
    const late = [{ fact: 'a', decidedOn: '2024-07-20', length: { months: 3 } }];
    expect(texts('investigation', '2024-01-22', { severity: 'N', extensions: over })).toContainEqual(
      'Gia hạn lần 1 theo quyết định ngày 20/03/2024, 4 tháng, vượt mức luật cho 31 ngày nên chỉ tính 3 tháng: hết 22/07/2024.',
    );
    expect(texts('investigation', '2024-01-22', { severity: 'N', extensions: late })).toContainEqual(
      'Gia hạn lần 1 theo quyết định ngày 20/07/2024, 3 tháng: quyết định sau khi thời hạn đã hết (22/04/2024), không kéo dài thời hạn.',
    );
  });

  it('says that a date is provisional, and why', () => {
    expect(texts('crimeReport.resolve', '2027-01-18')).toContainEqual(
      'Tạm tính: lịch nghỉ năm 2027 chưa được quyết định đủ.',
    );
    expect(texts('crimeReport.resolve', '2026-11-03')).toContainEqual(
      'Tạm tính: ĐỀ XUẤT: nghỉ hoán đổi dịp Ngày Văn hóa Việt Nam (làm bù 28/11/2026).',
    );
    expect(dueDate(clockOf('crimeReport.resolve', '2026-11-03'), theLaw)).toMatchObject({
      due: '2026-11-23',
      provisional: true,
    });
  });

  it('names each undecided day that working days were counted over', () => {
    const clock = clockOf('crimeReport.notifyReporter', '2026-11-20');
    expect(dueDate(clock, theLaw)).toMatchObject({ due: '2026-11-26', provisional: true });
    expect(derive(clock, theLaw).filter(({ text }) => text.startsWith('Tạm tính'))).toMatchObject([
      { text: 'Tạm tính: ĐỀ XUẤT: nghỉ hoán đổi dịp Ngày Văn hóa Việt Nam (làm bù 28/11/2026).' },
    ]);
  });

  it('says so where only an earlier end rested on an undecided day', () => {
    // the first end, 23/11/2026, is proposed to be off: whether the extension came in time depends on it
    const extensions = [{ fact: 'a', decidedOn: '2026-11-23', length: { days: 4 } }];
    expect(texts('prosecution.decide', '2026-11-03', { severity: 'N', extensions })).toContainEqual(
      'Tạm tính: ngày nghỉ ở một thời hạn trước đó chưa được quyết định.',
    );
  });

  it('ends in the due date of a term that was prolonged in time, and says when it was too late', () => {
    const clock = (decidedOn: string) =>
      clockOf('crimeReport.resolve', '2026-03-02', {
        prolongation: { fact: 'p', decidedOn, term: 'crimeReport.prolonged' },
      });
    expect(derive(clock('2026-03-20'), theLaw).at(-1)?.date).toBe('2026-05-04');
    expect(derive(clock('2026-03-24'), theLaw).at(-1)?.date).toBe('2026-03-23');
    expect(derive(clock('2026-03-24'), theLaw).map(({ text }) => text)).toContainEqual(
      'Kéo dài thời hạn theo quyết định ngày 24/03/2026: quyết định sau khi thời hạn đã hết, không kéo dài thời hạn.',
    );
  });

  it('says that a clock stands still', () => {
    const suspensions = [{ from: '2026-03-16' }];
    expect(texts('petition.denunciation', '2026-03-02', { suspensions })).toEqual(
      expect.arrayContaining([
        'Đang tạm dừng từ ngày 16/03/2026: thời hạn không chạy.',
        'Chưa có hạn: thời hạn đang tạm dừng.',
      ]),
    );
  });

  it('says that custody, detention and hours never roll', () => {
    expect(texts('detention.investigation', '2026-03-24', { severity: 'I' })).toContainEqual(
      'Thời hạn này không lùi khi hết vào ngày nghỉ.',
    );
    expect(texts('crimeReport.classify', '2026-03-02T09:15:00+07:00').at(-1)).toBe('Hạn: 09 giờ 15 ngày 03/03/2026.');
  });

  it('says that a row awaits confirmation', () => {
    expect(texts('recommendation.reply', '2026-07-20', { kind: 'custody' })).toContainEqual(
      'Thời hạn này chờ xác nhận: luật có hiệu lực từ 01/7/2026 chưa được đối chiếu.',
    );
  });

  it('can be told of every term of the table, and ends in its due date', () => {
    for (const { code, kind, validFrom } of termRows) {
      const clock = clockOf(code, `${validFrom}T08:00:00+07:00`, {
        severity: 'R',
        ...(kind === undefined ? {} : { kind }),
      });
      expect(derive(clock, theLaw).at(-1)?.date).toBe(dueDate(clock, theLaw).due);
    }
  });

  it('names no open point that is not settled somewhere', () => {
    const known = new Set(openPoints.map(({ point }) => point));
    expect(termRows.flatMap(({ openPoints: points = [] }) => points).filter((point) => !known.has(point))).toEqual([]);
  });
});

describe('a new term', () => {
  it('is one row', () => {
    const law = evolveLaw(theLaw, {
      type: 'TermEnacted',
      data: {
        on: '2026-06-01',
        term: {
          code: 'inspection.conclude',
          label: 'Kết luận trực tiếp kiểm sát',
          basis: 'Quy chế giả định Điều 1',
          runsFrom: 'ngày kết thúc',
          lengths: { workingDays: 5 },
          counting: 'workingDays',
          validFrom: '2026-06-01',
          status: 'toBeConfirmed',
        },
      },
    });
    expect(dueDate(clockOf('inspection.conclude', '2026-06-05'), law)).toMatchObject({
      due: '2026-06-12',
      confirmed: false,
    });
  });
});
