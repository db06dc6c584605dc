// A second reading of the record's bytes, by people who never saw Detente: the notes, trees and tiles of
// golang.org/x/mod/sumdb, as the checksum database of Go uses them.
//
//	peer folder <path> <vkey>          reads a tlog-tiles folder, and checks it whole
//	peer proofs                        reads proofs from standard input, one JSON object a line, and says of each whether it holds
//	peer make <seed> <name> <leaves>   writes a signed checkpoint, and hashes and proofs of its tree
//	peer bench <item> <count>          measures one thing
//
// Answers are JSON, one object a line. It ends with 1 when something does not hold, and with 2 when it is called wrongly.
package main

import (
	"encoding/json"
	"fmt"
	"os"
)

func main() {
	args := os.Args[1:]
	var err error
	switch {
	case len(args) == 3 && args[0] == "folder":
		err = checkFolder(args[1], args[2])
	case len(args) == 1 && args[0] == "proofs":
		err = checkProofs(os.Stdin)
	case len(args) == 4 && args[0] == "make":
		err = makeTree(args[1], args[2], args[3])
	case len(args) == 3 && args[0] == "bench":
		err = bench(args[1], args[2])
	default:
		fmt.Fprintln(os.Stderr, "usage: peer folder <path> <vkey> | proofs | make <seed> <name> <leaves> | bench <item> <count>")
		os.Exit(2)
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, "peer:", err)
		os.Exit(1)
	}
}

var output = json.NewEncoder(os.Stdout)
