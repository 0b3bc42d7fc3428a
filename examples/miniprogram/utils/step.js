// What every step's page has besides its sample: a dialog, and what the steps before it learnt.
const LEARNT = ['userinfo', 'phone']

function remember() {
  const learnt = getApp().globalData
  for (const name of LEARNT) learnt[name] = this.data[name]
}

module.exports = function step(page) {
  return Object.assign({}, page, {
    data: Object.assign({ userinfo: {}, phone: {} }, page.data),

    onShow: function () {
      this.setData(getApp().globalData)
    },

    onHide: remember,
    onUnload: remember,

    showDialog: function (title, reason) {
      wx.showModal({ title: title, content: String(reason.message || reason), showCancel: false })
    },
  })
}
