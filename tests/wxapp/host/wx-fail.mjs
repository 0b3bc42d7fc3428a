/** What a `wx` call gives its `fail`: `{errMsg, errno?}`. */
export class WxFail extends Error {
  constructor(errMsg, errno) {
    super(errMsg);
    this.outcome = errno === undefined ? { errMsg } : { errMsg, errno };
  }
}
