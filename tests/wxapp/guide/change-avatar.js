changeAvatar: function() {
const self = this;
const userId = this.data.userinfo._id
authing.changeAvatar(userId).then(function(userinfo) {
console.log(userinfo)
self.setData({
userinfo: userinfo,
})
}).catch(function(err) {
console.log(err)
})
},
