// Runs inside the bare context: `App`, `Page`, `getApp` and `getCurrentPages`, and what the host needs to play them.
(function ({ adopt, define, changed }) {
  let app;
  let definition;
  const opened = [];

  define('App', (options) => { app = Object.assign({}, options); });
  define('Page', (options) => { definition = options; });
  define('getApp', () => app);
  define('getCurrentPages', () => opened.slice());

  /** `path` into nested data, as `setData` reads it: `a.b` and `a[0].b`. */
  function assign(data, path, value) {
    const keys = path.replace(/\[(\d+)\]/g, '.$1').split('.');
    const last = keys.pop();
    let at = data;
    for (const key of keys) at = at[key] = at[key] || {};
    at[last] = value;
  }

  function setData(patch, done) {
    for (const path of Object.keys(patch)) {
      // Data travels to the view as JSON; what JSON cannot say does not arrive.
      const text = JSON.stringify(patch[path]);
      if (text !== undefined) assign(this.data, path, JSON.parse(text));
    }
    changed();
    if (done) done.call(this);
  }

  function call(target, name, argument) {
    if (typeof target[name] === 'function') return target[name](adopt(argument));
  }

  return {
    app: () => app,
    definition() {
      const taken = definition;
      definition = undefined;
      return taken;
    },
    launch(options) {
      call(app, 'onLaunch', options);
      call(app, 'onShow', options);
      return app;
    },
    open(options, route, query) {
      const page = Object.assign({}, options, { route, setData });
      page.data = JSON.parse(JSON.stringify(options.data || {}));
      opened.push(page);
      call(page, 'onLoad', query);
      call(page, 'onShow');
      call(page, 'onReady');
      return page;
    },
    close(page) {
      opened.splice(opened.indexOf(page), 1);
      call(page, 'onUnload');
    },
    fire(page, handler, type, detail, timeStamp) {
      if (typeof page[handler] !== 'function') throw new Error(`the page has no handler ${handler}`);
      const node = { id: '', dataset: {}, offsetLeft: 0, offsetTop: 0 };
      return page[handler]({ type, timeStamp, target: node, currentTarget: node, detail: adopt(detail) });
    },
    rejected(reason) {
      if (app && app.onUnhandledRejection) app.onUnhandledRejection({ reason });
    },
  };
})
