// Starts kinesalite in memory on a free port of the loopback address, and prints the port.
const kinesalite = require('kinesalite')

const server = kinesalite({ createStreamMs: 0, deleteStreamMs: 0, updateStreamMs: 0, shardLimit: 100 })
server.listen(0, '127.0.0.1', () => console.log(server.address().port))
