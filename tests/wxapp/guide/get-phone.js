getPhone: function(e) {
const code = wx.getStorageSync("code")
authing.getPhone({code, detail: e.detail}).then(phone => {
console.log(phone)
this.setData({
phone
})
wx.login({
success(res) {
const code = res.code;
wx.setStorageSync("code", code)
}
})
})
},
