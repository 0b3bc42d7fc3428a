bindPhone: function(e) {
const self = this
console.log(e)
// 请确保这个 code 是最新可用的
const code = wx.getStorageSync("code")
authing.bindPhone({code, detail: e.detail}).then(function(userinfo) {
console.log(userinfo)
self.setData({
userinfo: userinfo,
})
wx.login({
success(res) {
const code = res.code;
wx.setStorageSync("code", code)
}
})
}).catch(function(err) {
self.showDialog("操作失败", err.message)
})
},
