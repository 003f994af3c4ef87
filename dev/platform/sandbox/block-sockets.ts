import dgram from 'node:dgram';
import net from 'node:net';

/**
 * Closes the ways out that bypass the proxy. In production outbound traffic is forced through a proxy that lets
 * declared addresses pass; here there is no network at all.
 * @see https://developer.atlassian.com/platform/forge/runtime-reference/ ("Node.js runtime", outbound connections)
 */
export const blockSockets = (): void => {
  net.Socket.prototype.connect = function refuse(this: net.Socket): net.Socket {
    return this.destroy(new Error('not modelled: a connection that bypasses the Forge proxy'));
  };
  dgram.createSocket = () => {
    throw new Error('not modelled: a datagram socket');
  };
};
