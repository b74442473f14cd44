import { useQuery } from '@tanstack/react-query';
import { call, query } from './client.js';
import type { Catalogue, FileView, Person, Unit } from './types.js';

export const useCatalogue = () =>
  useQuery({ queryKey: ['catalogue'], queryFn: () => call<Catalogue>('/catalogue'), staleTime: Infinity });

/** A file as it stands, or as it was at one of its revisions. */
export const useFile = (register: string, id: string | undefined, revision?: number) =>
  useQuery({
    queryKey: ['file', register, id, revision],
    queryFn: () => call<FileView>(`/files/${register}/${id}${query({ revision })}`),
    enabled: id !== undefined,
    retry: false,
  });

export const useUnits = () =>
  useQuery({ queryKey: ['units'], queryFn: () => call<readonly Unit[]>('/units'), staleTime: 300_000 });

export const usePeople = () =>
  useQuery({ queryKey: ['people'], queryFn: () => call<readonly Person[]>('/people'), staleTime: 300_000 });
