const self = this;
// 查看是否授权
wx.getSetting({
success(res) {
if (res.authSetting['scope.userInfo']) {
// 已经授权,可以直接调用 getUserInfo 获取头像昵称
wx.getUserInfo({
success: function(res) {
authing.loginWithWxapp({
code,
detail: res
}).then(userinfo => {
console.log(userinfo)
self.setData({
userinfo: userinfo,
})
}).catch(err => {
self.showDialog("操作失败", err)
})
}
})
}
}
})
