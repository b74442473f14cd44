import { useQuery } from '@tanstack/react-query';
import { call, query } from '../api/client.js';
import type { CalendarTold, LawAbout, OffenceTold, SettingTold, TermTold } from './types.js';

export const useLawAbout = () => useQuery({ queryKey: ['law', 'about'], queryFn: () => call<LawAbout>('/law') });

export const useTerms = (on: string | undefined, q: string) =>
  useQuery({
    queryKey: ['law', 'terms', on, q],
    queryFn: () => call<{ on: string; rows: readonly TermTold[] }>(`/law/terms${query({ on, q })}`),
    placeholderData: (before) => before,
  });

export const useCalendar = (year: number) =>
  useQuery({
    queryKey: ['law', 'calendar', year],
    queryFn: () => call<CalendarTold>(`/law/calendars/${year}`),
    placeholderData: (before) => before,
  });

export const useSettings = (on: string | undefined) =>
  useQuery({
    queryKey: ['law', 'settings', on],
    queryFn: () => call<{ on: string; rows: readonly SettingTold[] }>(`/law/settings${query({ on })}`),
    placeholderData: (before) => before,
  });

export const useOffencesOn = (on: string | undefined, q: string) =>
  useQuery({
    queryKey: ['law', 'offences', on, q],
    queryFn: () =>
      call<{ on: string; total: number; rows: readonly OffenceTold[] }>(`/law/offences${query({ on, q })}`),
    placeholderData: (before) => before,
  });
