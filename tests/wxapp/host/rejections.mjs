// Rejections that nobody handles inside a host belong to that host, as they belong to a mini-program's `onUnhandledRejection`;
// all others go where they went before.

const owners = new Set();
let installed = false;

/** Sends the unhandled rejections of promises for which `owns` is true to `take`; returns the way to stop. */
export function captureRejections(owns, take) {
  install();
  const owner = { owns, take };
  owners.add(owner);
  return () => owners.delete(owner);
}

function install() {
  if (installed) return;
  installed = true;
  const others = process.listeners('unhandledRejection');
  process.removeAllListeners('unhandledRejection');
  process.on('unhandledRejection', (reason, promise) => {
    for (const owner of owners) {
      if (owner.owns(promise)) return owner.take(reason);
    }
    if (others.length === 0) throw reason;
    for (const listener of others) listener(reason, promise);
  });
}
