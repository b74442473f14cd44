import { createContext, useContext } from 'react';
import type { User } from '../api/types.js';

const SignedIn = createContext<User | undefined>(undefined);

export const SignedInUser = SignedIn.Provider;

/** Who is at the screen; only inside the signed-in part of the page. */
export const useUser = (): User => {
  const user = useContext(SignedIn);
  if (!user) throw new Error('nobody is signed in here');
  return user;
};

const READERS = ['prosecutor', 'unitHead', 'statisticsClerk', 'supervisor', 'auditor'];

/** Whether there are files to see at all: an administrator keeps the keys and the law, and sees none. */
export const maySeeFiles = ({ roles }: User): boolean => roles.some((role) => READERS.includes(role));

const RECORDERS = ['prosecutor', 'unitHead', 'statisticsClerk'];

/** Whether recording is offered at all; whether it is allowed, the server says. */
export const mayRecord = ({ roles }: User): boolean => roles.some((role) => RECORDERS.includes(role));
