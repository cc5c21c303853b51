# Completion of touchstone in Elvish. The program itself says what fits; its name alone is looked up, so that no program
# in the folder of a stranger is run by a Tab.
use str
set edit:completion:arg-completer[touchstone] = {|@words|
    var answer = [(
        try {
            e:touchstone completions elvish -- (- (count $words) 2) (all $words[1..]) 2>/dev/null
        } catch { nop }
    )]
    if (> (count $answer) 0) {
        each {|line|
            var value about = (str:split &max=2 "\t" $line"\t")
            set about = (str:trim-right $about "\t")
            if (eq $about '') { put $value } else { edit:complex-candidate $value &display=$value'  '$about }
        } $answer[1..]
        if (!=s $answer[0] words) { edit:complete-filename $@words }
    }
}
