const authing = new Authing({
userPoolId: 'YOUR_USERPOOLID'
});
