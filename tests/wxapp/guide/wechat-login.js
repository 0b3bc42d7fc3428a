onGotUserInfo: function(e) {
const self = this;
// 微信 wx.login 返回的 code, 为了提高灵活性,开发者需要自己维护。
// 调用 authing.loginWithWxapp()、authing.bindPhone() 的时候请确保 code 是可用的。
const code = wx.getStorageSync("code")
// 获取到的用户手机号,获取方法见下文
const phone = this.data.phone.phoneNumber
authing.loginWithWxapp({
code,
detail: e.detail,
phone,
overideProfile: true,
}).then(userinfo => {
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
}).catch(err => {
self.showDialog("操作失败", err)
})
},
