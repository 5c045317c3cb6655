import { describe, expect, it } from 'vitest';
import { DEFAULT_STORE_SETTINGS } from '../../../../../src-main/contract/index.js';
import { readRetention, textsOf } from '../../../../../src-renderer/views/settings/retention.js';

const usual = textsOf(DEFAULT_STORE_SETTINGS);
const { isRecording, ...retention } = DEFAULT_STORE_SETTINGS;

describe('what is kept how long', () => {
  it('stays the same when it is shown and read again', () => {
    expect(isRecording).toBe(true);
    expect(readRetention(usual)).toEqual({ retention });
  });

  it.each(['2.5', '2,5 d', '2.5 days', ' 2,5 dias '])('may be %j', (rawDays) => {
    expect(readRetention({ ...usual, rawDays })).toMatchObject({ retention: { rawDays: 2.5 } });
  });

  it.each([
    ['budgetBytes', '15 MiB'],
    ['budgetBytes', 'much'],
    ['rawDays', '0'],
    ['oneSecondDays', '-1'],
    ['tenSecondDays', 'soon'],
    ['removedDays', ''],
    ['removedDays', '40000'],
  ])('is not taken where %s is %j, and that field says so', (field, text) => {
    const read = readRetention({ ...usual, [field]: text });
    expect('errors' in read ? Object.keys(read.errors) : []).toEqual([field]);
  });

  it.each([
    [{ rawDays: '31 d' }, 'oneSecondDays'],
    [{ oneSecondDays: '181 d' }, 'tenSecondDays'],
  ])('is not taken where %o is kept longer than what is coarser', (texts, field) => {
    const read = readRetention({ ...usual, ...texts });
    expect('errors' in read ? Object.keys(read.errors) : []).toEqual([field]);
  });
});
