import { SetMetadata } from '@nestjs/common';
import type { Action } from './policy.js';

export const ACTION = 'kiemsat:action';

/** What a route asks of the policy. A route without one is refused. */
export const Requires = (action: Action) => SetMetadata(ACTION, action);

/** The few routes that serve who isn't signed in: sign-in itself, health, the description of the API. */
export const OpenToAll = () => SetMetadata(ACTION, 'open');
