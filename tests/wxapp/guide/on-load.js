onLoad: function() {
const self = this
wx.checkSession({
// 若丢失了登录态,通过 wx.login 重新获取
fail() {
wx.login({
success(res) {
const code = res.code;
wx.setStorageSync("code", code)
}
})
}
})
},
