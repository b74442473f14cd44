import { describe, expect, it } from '@jest/globals';
import { connecting, connectionString } from './connection.js';

describe('the connection string of an event store', () => {
  it('given only an address, when the client is given it, then what we need is added', () => {
    expect(connectionString('esdb://store:2113')).toBe(
      'esdb://store:2113?connectionName=kiemsat&gossipTimeout=2&keepAliveTimeout=5000&throwOnAppendFailure=true',
    );
  });

  it('given settings, when the client is given them, then they stand as they were, in any case of letters', () => {
    const url = 'esdb+discover://user:pass@store?tlsCAFile=%2Fca.pem&GossipTimeout=9&connectionName=own';
    expect(connectionString(url)).toBe(`${url}&keepAliveTimeout=5000&throwOnAppendFailure=true`);
  });

  it('given that failed appends should not throw, when the client is given it, then they throw all the same', () => {
    expect(connectionString('esdb://store?throwOnAppendFailure=false&tls=false')).toBe(
      'esdb://store?tls=false&connectionName=kiemsat&gossipTimeout=2&keepAliveTimeout=5000&throwOnAppendFailure=true',
    );
  });

  it.each([
    ['kurrentdb://store', 'esdb://store'],
    ['kurrent://store', 'esdb://store'],
    ['kurrentdb+discover://store', 'esdb+discover://store'],
  ])('given the younger name in %s, when the client is given it, then it is the older one', (younger, older) => {
    expect(connectionString(younger)).toBe(connectionString(older));
  });

  it.each([
    ['postgres://store', /esdb:\/\//],
    ['esdb://store?tls=perhaps', /true or false/],
    ['esdb://store?tlsCAFile=%2Fis%2Fnot%2Fthere.pem', /File was not found/],
  ])('given %s, when a connection is made, then it is refused at once, with the reason', (url, reason) => {
    expect(() => connecting(url, 1_000)).toThrow(reason);
  });
});
