function __backup-worksheets_should_offer_completions_for_flags_or_options -a expected_commands
    set -l non_repeating_flags_or_options $argv[2..]
    set -l non_repeating_flags_or_options_absent 0
    set -l positional_index 0
    set -l commands
    __backup-worksheets_parse_tokens
    test "$commands" = "$expected_commands"; and return $non_repeating_flags_or_options_absent
end

function __backup-worksheets_should_offer_completions_for_positional -a expected_commands positional_index_comparison expected_positional_index
    set -l non_repeating_flags_or_options
    set -l non_repeating_flags_or_options_absent 0
    set -l positional_index 0
    set -l commands
    __backup-worksheets_parse_tokens
    test "$commands" = "$expected_commands" -a \( "$positional_index" "$positional_index_comparison" "$expected_positional_index" \)
end

function __backup-worksheets_parse_tokens -S
    set -l unparsed_tokens (__backup-worksheets_tokens -pc)
    switch $unparsed_tokens[1]
    case 'backup-worksheets'
        __backup-worksheets_parse_subcommand 0 'version' 'h/help'
        switch $unparsed_tokens[1]
        case 'generate'
            __backup-worksheets_parse_subcommand -r 1 'max-input-bytes=' 'max-depth=' 'max-tag-bytes=' 'max-zip-entries=' 'max-zip-ratio=' 'policy=' 'entries=' 'redact' 'redact-key=' 'output=' 'format=' 'language=' 'templates=' 'inject=+' 'fleet=' 'jobs=' 'shard=' 'force' 'summary=' 'q/quiet' 'v/verbose' 'no-color' 'version' 'h/help'
        case 'check'
            __backup-worksheets_parse_subcommand 1 'max-input-bytes=' 'max-depth=' 'max-tag-bytes=' 'max-zip-entries=' 'max-zip-ratio=' 'policy=' 'entries=' 'redact' 'redact-key=' 'output=' 'format=' 'language=' 'templates=' 'inject=+' 'q/quiet' 'v/verbose' 'no-color' 'version' 'h/help'
        case 'plan'
            __backup-worksheets_parse_subcommand 1 'max-input-bytes=' 'max-depth=' 'max-tag-bytes=' 'max-zip-entries=' 'max-zip-ratio=' 'policy=' 'entries=' 'format=' 'redact' 'redact-key=' 'q/quiet' 'v/verbose' 'no-color' 'version' 'h/help'
        case 'audit'
            __backup-worksheets_parse_subcommand 1 'max-input-bytes=' 'max-depth=' 'max-tag-bytes=' 'max-zip-entries=' 'max-zip-ratio=' 'policy=' 'entries=' 'evidence=+' 'max-evidence-files=' 'max-evidence-depth=' 'max-evidence-path-bytes=' 'format=+' 'baseline=' 'fail-on=' 'as-of=' 'q/quiet' 'v/verbose' 'no-color' 'version' 'h/help'
        case 'diff'
            __backup-worksheets_parse_subcommand 2 'max-input-bytes=' 'max-depth=' 'max-tag-bytes=' 'max-zip-entries=' 'max-zip-ratio=' 'policy=' 'format=' 'q/quiet' 'v/verbose' 'no-color' 'version' 'h/help'
        case 'entries'
            __backup-worksheets_parse_subcommand 1 'max-input-bytes=' 'max-depth=' 'max-tag-bytes=' 'max-zip-entries=' 'max-zip-ratio=' 'policy=' 'file=' 'q/quiet' 'v/verbose' 'no-color' 'version' 'h/help'
        case 'init'
            __backup-worksheets_parse_subcommand 1 'max-input-bytes=' 'max-depth=' 'max-tag-bytes=' 'max-zip-entries=' 'max-zip-ratio=' 'q/quiet' 'v/verbose' 'no-color' 'version' 'h/help'
        case 'validate'
            __backup-worksheets_parse_subcommand 1 'max-input-bytes=' 'max-depth=' 'max-tag-bytes=' 'max-zip-entries=' 'max-zip-ratio=' 'q/quiet' 'v/verbose' 'no-color' 'version' 'h/help'
        case 'rules'
            __backup-worksheets_parse_subcommand 0 'version' 'h/help'
            switch $unparsed_tokens[1]
            case 'list'
                __backup-worksheets_parse_subcommand 0 'q/quiet' 'v/verbose' 'no-color' 'version' 'h/help'
            case 'explain'
                __backup-worksheets_parse_subcommand 1 'q/quiet' 'v/verbose' 'no-color' 'version' 'h/help'
            end
        case 'templates'
            __backup-worksheets_parse_subcommand 0 'version' 'h/help'
            switch $unparsed_tokens[1]
            case 'export'
                __backup-worksheets_parse_subcommand 1 'q/quiet' 'v/verbose' 'no-color' 'version' 'h/help'
            end
        case 'help'
            __backup-worksheets_parse_subcommand -r 1 'version'
        end
    end
end

function __backup-worksheets_tokens
    if test (string split -m 1 -f 1 -- . "$FISH_VERSION") -gt 3
        commandline --tokens-raw $argv
    else
        commandline -o $argv
    end
end

function __backup-worksheets_parse_subcommand -S -a positional_count
    argparse -s r -- $argv
    set -l option_specs $argv[2..]
    set -l is_repeating_positional $_flag_r
    set -el _flag_r
    set -a commands $unparsed_tokens[1]
    set positional_index 0
    while true
        set -e unparsed_tokens[1]
        argparse -sn "$commands" $option_specs -- $unparsed_tokens 2> /dev/null
        set unparsed_tokens $argv
        set positional_index (math $positional_index + 1)
        for non_repeating_flag_or_option in $non_repeating_flags_or_options
            if set -ql "_flag_$(string replace -a - _ -- $non_repeating_flag_or_option)"
                set non_repeating_flags_or_options_absent 1
                break
            end
        end
        test (count $unparsed_tokens) -eq 0 -o \( -z "$is_repeating_positional" -a "$positional_index" -gt "$positional_count" \) && break
    end
end

function __backup-worksheets_complete_directories
    set -l token (commandline -t)
    string match -- '*/' $token
    set -l subdirs $token*/
    printf %s\n $subdirs
end

function __backup-worksheets_custom_completion
    set -x SAP_SHELL fish
    set -x SAP_SHELL_VERSION $FISH_VERSION
    set -l tokens (__backup-worksheets_tokens -p)
    if test -z "$(__backup-worksheets_tokens -t)"
        set -l index (count (__backup-worksheets_tokens -pc))
        set tokens $tokens[..$index] \'\' $tokens[(math $index + 1)..]
    end
    command $tokens[1] $argv $tokens
end

complete -c 'backup-worksheets' -f
complete -c 'backup-worksheets' -n '__backup-worksheets_should_offer_completions_for_flags_or_options "backup-worksheets" version' -l 'version' -d 'Show the version.'
complete -c 'backup-worksheets' -n '__backup-worksheets_should_offer_completions_for_flags_or_options "backup-worksheets" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'backup-worksheets' -n '__backup-worksheets_should_offer_completions_for_positional "backup-worksheets" -eq 1' -fa 'generate' -d 'Write the worksheets of a topology into a folder, or those of many into one each.'
complete -c 'backup-worksheets' -n '__backup-worksheets_should_offer_completions_for_positional "backup-worksheets" -eq 1' -fa 'check' -d 'Say whether the worksheets are what generate would write; write nothing.'
complete -c 'backup-worksheets' -n '__backup-worksheets_should_offer_completions_for_positional "backup-worksheets" -eq 1' -fa 'plan' -d 'Print the backup plan of a topology.'
complete -c 'backup-worksheets' -n '__backup-worksheets_should_offer_completions_for_positional "backup-worksheets" -eq 1' -fa 'audit' -d 'Say what is covered, what is not, and why.'
complete -c 'backup-worksheets' -n '__backup-worksheets_should_offer_completions_for_positional "backup-worksheets" -eq 1' -fa 'diff' -d 'Say which backup duties appear, vanish or change between two topologies or plans.'
complete -c 'backup-worksheets' -n '__backup-worksheets_should_offer_completions_for_positional "backup-worksheets" -eq 1' -fa 'entries' -d 'Create or update the register that people fill in, a CSV file with a row for each backup item.'
complete -c 'backup-worksheets' -n '__backup-worksheets_should_offer_completions_for_positional "backup-worksheets" -eq 1' -fa 'init' -d 'Print a commented policy for a topology, to be completed and passed to --policy.'
complete -c 'backup-worksheets' -n '__backup-worksheets_should_offer_completions_for_positional "backup-worksheets" -eq 1' -fa 'validate' -d 'Import a topology and say what it holds and what is wrong with it.'
complete -c 'backup-worksheets' -n '__backup-worksheets_should_offer_completions_for_positional "backup-worksheets" -eq 1' -fa 'rules' -d 'Show the rules: what they ask, why, on whose authority, how to waive them.'
complete -c 'backup-worksheets' -n '__backup-worksheets_should_offer_completions_for_positional "backup-worksheets" -eq 1' -fa 'templates' -d 'Write out the built-in templates, to change them.'
complete -c 'backup-worksheets' -n '__backup-worksheets_should_offer_completions_for_positional "backup-worksheets" -eq 1' -fa 'help' -d 'Show subcommand help information.'
complete -c 'backup-worksheets' -n '__backup-worksheets_should_offer_completions_for_flags_or_options "backup-worksheets generate" max-input-bytes' -l 'max-input-bytes' -d 'The largest topology to read, in bytes as UTF-8.' -rfka ''
complete -c 'backup-worksheets' -n '__backup-worksheets_should_offer_completions_for_flags_or_options "backup-worksheets generate" max-depth' -l 'max-depth' -d 'How deep the elements of a topology may be nested.' -rfka ''
complete -c 'backup-worksheets' -n '__backup-worksheets_should_offer_completions_for_flags_or_options "backup-worksheets generate" max-tag-bytes' -l 'max-tag-bytes' -d 'The longest tag or comment in a topology, in bytes.' -rfka ''
complete -c 'backup-worksheets' -n '__backup-worksheets_should_offer_completions_for_flags_or_options "backup-worksheets generate" max-zip-entries' -l 'max-zip-entries' -d 'The most files and folders in a zip archive.' -rfka ''
complete -c 'backup-worksheets' -n '__backup-worksheets_should_offer_completions_for_flags_or_options "backup-worksheets generate" max-zip-ratio' -l 'max-zip-ratio' -d 'How many bytes one packed byte of a zip archive may become.' -rfka ''
complete -c 'backup-worksheets' -n '__backup-worksheets_should_offer_completions_for_flags_or_options "backup-worksheets generate" policy' -l 'policy' -d 'What the organisation decided (YAML). `init` writes a first one.' -rfka ''
complete -c 'backup-worksheets' -n '__backup-worksheets_should_offer_completions_for_flags_or_options "backup-worksheets generate" entries' -l 'entries' -d 'What people filled in row by row (CSV). `entries` writes and updates it.' -rfka ''
complete -c 'backup-worksheets' -n '__backup-worksheets_should_offer_completions_for_flags_or_options "backup-worksheets generate" redact' -l 'redact' -d 'Replace every name by a pseudonym that is always the same, for publishing.'
complete -c 'backup-worksheets' -n '__backup-worksheets_should_offer_completions_for_flags_or_options "backup-worksheets generate" redact-key' -l 'redact-key' -d 'A file with a secret that pseudonyms are made with. Without it, whoever guesses a name can check the guess.' -rfka ''
complete -c 'backup-worksheets' -n '__backup-worksheets_should_offer_completions_for_flags_or_options "backup-worksheets generate" output' -l 'output' -d 'The folder of the worksheets. Files of others in it stay as they are. (default: output)' -rfka ''
complete -c 'backup-worksheets' -n '__backup-worksheets_should_offer_completions_for_flags_or_options "backup-worksheets generate" format' -l 'format' -d 'One or several of markdown, html, csv, json, xlsx, with commas between them; all of them but xlsx without it.' -rfka ''
complete -c 'backup-worksheets' -n '__backup-worksheets_should_offer_completions_for_flags_or_options "backup-worksheets generate" language' -l 'language' -d 'The language of the worksheets: en, fr, or one that the folder of templates has in locales. (default: en)' -rfka ''
complete -c 'backup-worksheets' -n '__backup-worksheets_should_offer_completions_for_flags_or_options "backup-worksheets generate" templates' -l 'templates' -d 'A folder with templates that replace the built-in ones of the same name.' -rfka ''
complete -c 'backup-worksheets' -n '__backup-worksheets_should_offer_completions_for_flags_or_options "backup-worksheets generate"' -l 'inject' -d 'A file of yours in which the Markdown goes between two marker lines; may be given several times.' -rfka ''
complete -c 'backup-worksheets' -n '__backup-worksheets_should_offer_completions_for_flags_or_options "backup-worksheets generate" fleet' -l 'fleet' -d 'A manifest (YAML) that names the topologies, and what belongs to each, in place of topologies on the command line.' -rfka ''
complete -c 'backup-worksheets' -n '__backup-worksheets_should_offer_completions_for_flags_or_options "backup-worksheets generate" jobs' -l 'jobs' -d 'How many deployments are worked on at the same time; as many as there are processors without it.' -rfka ''
complete -c 'backup-worksheets' -n '__backup-worksheets_should_offer_completions_for_flags_or_options "backup-worksheets generate" shard' -l 'shard' -d 'The I-th of N parts of the deployments, from 1; auto takes both from the environment: JOB_COMPLETION_INDEX with BACKUP_WORKSHEETS_SHARDS, CI_NODE_INDEX with CI_NODE_TOTAL, or SLURM_ARRAY_TASK_ID.' -rfka ''
complete -c 'backup-worksheets' -n '__backup-worksheets_should_offer_completions_for_flags_or_options "backup-worksheets generate" force' -l 'force' -d 'Write all worksheets anew, those that are up to date as well.'
complete -c 'backup-worksheets' -n '__backup-worksheets_should_offer_completions_for_flags_or_options "backup-worksheets generate" summary' -l 'summary' -d 'Print what became of each deployment as lines of JSON; =FILE after the name writes them there.' -rfka ''
complete -c 'backup-worksheets' -n '__backup-worksheets_should_offer_completions_for_flags_or_options "backup-worksheets generate" q quiet' -l 'quiet' -s 'q' -d 'Say nothing but errors.'
complete -c 'backup-worksheets' -n '__backup-worksheets_should_offer_completions_for_flags_or_options "backup-worksheets generate" v verbose' -l 'verbose' -s 'v' -d 'Say notes too.'
complete -c 'backup-worksheets' -n '__backup-worksheets_should_offer_completions_for_flags_or_options "backup-worksheets generate" no-color' -l 'no-color' -d 'Never colour anything. NO_COLOR in the environment does the same.'
complete -c 'backup-worksheets' -n '__backup-worksheets_should_offer_completions_for_flags_or_options "backup-worksheets generate" version' -l 'version' -d 'Show the version.'
complete -c 'backup-worksheets' -n '__backup-worksheets_should_offer_completions_for_flags_or_options "backup-worksheets generate" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'backup-worksheets' -n '__backup-worksheets_should_offer_completions_for_flags_or_options "backup-worksheets check" max-input-bytes' -l 'max-input-bytes' -d 'The largest topology to read, in bytes as UTF-8.' -rfka ''
complete -c 'backup-worksheets' -n '__backup-worksheets_should_offer_completions_for_flags_or_options "backup-worksheets check" max-depth' -l 'max-depth' -d 'How deep the elements of a topology may be nested.' -rfka ''
complete -c 'backup-worksheets' -n '__backup-worksheets_should_offer_completions_for_flags_or_options "backup-worksheets check" max-tag-bytes' -l 'max-tag-bytes' -d 'The longest tag or comment in a topology, in bytes.' -rfka ''
complete -c 'backup-worksheets' -n '__backup-worksheets_should_offer_completions_for_flags_or_options "backup-worksheets check" max-zip-entries' -l 'max-zip-entries' -d 'The most files and folders in a zip archive.' -rfka ''
complete -c 'backup-worksheets' -n '__backup-worksheets_should_offer_completions_for_flags_or_options "backup-worksheets check" max-zip-ratio' -l 'max-zip-ratio' -d 'How many bytes one packed byte of a zip archive may become.' -rfka ''
complete -c 'backup-worksheets' -n '__backup-worksheets_should_offer_completions_for_flags_or_options "backup-worksheets check" policy' -l 'policy' -d 'What the organisation decided (YAML). `init` writes a first one.' -rfka ''
complete -c 'backup-worksheets' -n '__backup-worksheets_should_offer_completions_for_flags_or_options "backup-worksheets check" entries' -l 'entries' -d 'What people filled in row by row (CSV). `entries` writes and updates it.' -rfka ''
complete -c 'backup-worksheets' -n '__backup-worksheets_should_offer_completions_for_flags_or_options "backup-worksheets check" redact' -l 'redact' -d 'Replace every name by a pseudonym that is always the same, for publishing.'
complete -c 'backup-worksheets' -n '__backup-worksheets_should_offer_completions_for_flags_or_options "backup-worksheets check" redact-key' -l 'redact-key' -d 'A file with a secret that pseudonyms are made with. Without it, whoever guesses a name can check the guess.' -rfka ''
complete -c 'backup-worksheets' -n '__backup-worksheets_should_offer_completions_for_flags_or_options "backup-worksheets check" output' -l 'output' -d 'The folder of the worksheets. Files of others in it stay as they are. (default: output)' -rfka ''
complete -c 'backup-worksheets' -n '__backup-worksheets_should_offer_completions_for_flags_or_options "backup-worksheets check" format' -l 'format' -d 'One or several of markdown, html, csv, json, xlsx, with commas between them; all of them but xlsx without it.' -rfka ''
complete -c 'backup-worksheets' -n '__backup-worksheets_should_offer_completions_for_flags_or_options "backup-worksheets check" language' -l 'language' -d 'The language of the worksheets: en, fr, or one that the folder of templates has in locales. (default: en)' -rfka ''
complete -c 'backup-worksheets' -n '__backup-worksheets_should_offer_completions_for_flags_or_options "backup-worksheets check" templates' -l 'templates' -d 'A folder with templates that replace the built-in ones of the same name.' -rfka ''
complete -c 'backup-worksheets' -n '__backup-worksheets_should_offer_completions_for_flags_or_options "backup-worksheets check"' -l 'inject' -d 'A file of yours in which the Markdown goes between two marker lines; may be given several times.' -rfka ''
complete -c 'backup-worksheets' -n '__backup-worksheets_should_offer_completions_for_flags_or_options "backup-worksheets check" q quiet' -l 'quiet' -s 'q' -d 'Say nothing but errors.'
complete -c 'backup-worksheets' -n '__backup-worksheets_should_offer_completions_for_flags_or_options "backup-worksheets check" v verbose' -l 'verbose' -s 'v' -d 'Say notes too.'
complete -c 'backup-worksheets' -n '__backup-worksheets_should_offer_completions_for_flags_or_options "backup-worksheets check" no-color' -l 'no-color' -d 'Never colour anything. NO_COLOR in the environment does the same.'
complete -c 'backup-worksheets' -n '__backup-worksheets_should_offer_completions_for_flags_or_options "backup-worksheets check" version' -l 'version' -d 'Show the version.'
complete -c 'backup-worksheets' -n '__backup-worksheets_should_offer_completions_for_flags_or_options "backup-worksheets check" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'backup-worksheets' -n '__backup-worksheets_should_offer_completions_for_flags_or_options "backup-worksheets plan" max-input-bytes' -l 'max-input-bytes' -d 'The largest topology to read, in bytes as UTF-8.' -rfka ''
complete -c 'backup-worksheets' -n '__backup-worksheets_should_offer_completions_for_flags_or_options "backup-worksheets plan" max-depth' -l 'max-depth' -d 'How deep the elements of a topology may be nested.' -rfka ''
complete -c 'backup-worksheets' -n '__backup-worksheets_should_offer_completions_for_flags_or_options "backup-worksheets plan" max-tag-bytes' -l 'max-tag-bytes' -d 'The longest tag or comment in a topology, in bytes.' -rfka ''
complete -c 'backup-worksheets' -n '__backup-worksheets_should_offer_completions_for_flags_or_options "backup-worksheets plan" max-zip-entries' -l 'max-zip-entries' -d 'The most files and folders in a zip archive.' -rfka ''
complete -c 'backup-worksheets' -n '__backup-worksheets_should_offer_completions_for_flags_or_options "backup-worksheets plan" max-zip-ratio' -l 'max-zip-ratio' -d 'How many bytes one packed byte of a zip archive may become.' -rfka ''
complete -c 'backup-worksheets' -n '__backup-worksheets_should_offer_completions_for_flags_or_options "backup-worksheets plan" policy' -l 'policy' -d 'What the organisation decided (YAML). `init` writes a first one.' -rfka ''
complete -c 'backup-worksheets' -n '__backup-worksheets_should_offer_completions_for_flags_or_options "backup-worksheets plan" entries' -l 'entries' -d 'What people filled in row by row (CSV). `entries` writes and updates it.' -rfka ''
complete -c 'backup-worksheets' -n '__backup-worksheets_should_offer_completions_for_flags_or_options "backup-worksheets plan" format' -l 'format' -d 'json or text.' -rfka 'json text'
complete -c 'backup-worksheets' -n '__backup-worksheets_should_offer_completions_for_flags_or_options "backup-worksheets plan" redact' -l 'redact' -d 'Replace every name by a pseudonym that is always the same, for publishing.'
complete -c 'backup-worksheets' -n '__backup-worksheets_should_offer_completions_for_flags_or_options "backup-worksheets plan" redact-key' -l 'redact-key' -d 'A file with a secret that pseudonyms are made with. Without it, whoever guesses a name can check the guess.' -rfka ''
complete -c 'backup-worksheets' -n '__backup-worksheets_should_offer_completions_for_flags_or_options "backup-worksheets plan" q quiet' -l 'quiet' -s 'q' -d 'Say nothing but errors.'
complete -c 'backup-worksheets' -n '__backup-worksheets_should_offer_completions_for_flags_or_options "backup-worksheets plan" v verbose' -l 'verbose' -s 'v' -d 'Say notes too.'
complete -c 'backup-worksheets' -n '__backup-worksheets_should_offer_completions_for_flags_or_options "backup-worksheets plan" no-color' -l 'no-color' -d 'Never colour anything. NO_COLOR in the environment does the same.'
complete -c 'backup-worksheets' -n '__backup-worksheets_should_offer_completions_for_flags_or_options "backup-worksheets plan" version' -l 'version' -d 'Show the version.'
complete -c 'backup-worksheets' -n '__backup-worksheets_should_offer_completions_for_flags_or_options "backup-worksheets plan" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'backup-worksheets' -n '__backup-worksheets_should_offer_completions_for_flags_or_options "backup-worksheets audit" max-input-bytes' -l 'max-input-bytes' -d 'The largest topology to read, in bytes as UTF-8.' -rfka ''
complete -c 'backup-worksheets' -n '__backup-worksheets_should_offer_completions_for_flags_or_options "backup-worksheets audit" max-depth' -l 'max-depth' -d 'How deep the elements of a topology may be nested.' -rfka ''
complete -c 'backup-worksheets' -n '__backup-worksheets_should_offer_completions_for_flags_or_options "backup-worksheets audit" max-tag-bytes' -l 'max-tag-bytes' -d 'The longest tag or comment in a topology, in bytes.' -rfka ''
complete -c 'backup-worksheets' -n '__backup-worksheets_should_offer_completions_for_flags_or_options "backup-worksheets audit" max-zip-entries' -l 'max-zip-entries' -d 'The most files and folders in a zip archive.' -rfka ''
complete -c 'backup-worksheets' -n '__backup-worksheets_should_offer_completions_for_flags_or_options "backup-worksheets audit" max-zip-ratio' -l 'max-zip-ratio' -d 'How many bytes one packed byte of a zip archive may become.' -rfka ''
complete -c 'backup-worksheets' -n '__backup-worksheets_should_offer_completions_for_flags_or_options "backup-worksheets audit" policy' -l 'policy' -d 'What the organisation decided (YAML). `init` writes a first one.' -rfka ''
complete -c 'backup-worksheets' -n '__backup-worksheets_should_offer_completions_for_flags_or_options "backup-worksheets audit" entries' -l 'entries' -d 'What people filled in row by row (CSV). `entries` writes and updates it.' -rfka ''
complete -c 'backup-worksheets' -n '__backup-worksheets_should_offer_completions_for_flags_or_options "backup-worksheets audit"' -l 'evidence' -d 'A copy of the backup share, or a manifest or export of msdb.dbo.backupset (CSV). Can be given several times.' -rfka ''
complete -c 'backup-worksheets' -n '__backup-worksheets_should_offer_completions_for_flags_or_options "backup-worksheets audit" max-evidence-files' -l 'max-evidence-files' -d 'The most files and folders in a folder of evidence.' -rfka ''
complete -c 'backup-worksheets' -n '__backup-worksheets_should_offer_completions_for_flags_or_options "backup-worksheets audit" max-evidence-depth' -l 'max-evidence-depth' -d 'How deep the folders of evidence may be nested.' -rfka ''
complete -c 'backup-worksheets' -n '__backup-worksheets_should_offer_completions_for_flags_or_options "backup-worksheets audit" max-evidence-path-bytes' -l 'max-evidence-path-bytes' -d 'The longest path in a folder of evidence, in bytes.' -rfka ''
complete -c 'backup-worksheets' -n '__backup-worksheets_should_offer_completions_for_flags_or_options "backup-worksheets audit"' -l 'format' -d 'One of text, json, sarif, junit, github, github-summary, baseline; text without it. Several at once: =FILE after the name writes it there.' -rfka ''
complete -c 'backup-worksheets' -n '__backup-worksheets_should_offer_completions_for_flags_or_options "backup-worksheets audit" baseline' -l 'baseline' -d 'Findings that were known before (JSON) and do not count. `--format baseline` writes it.' -rfka ''
complete -c 'backup-worksheets' -n '__backup-worksheets_should_offer_completions_for_flags_or_options "backup-worksheets audit" fail-on' -l 'fail-on' -d 'The least severity that makes it exit with 1: error, warning or note.' -rfka 'error warning note'
complete -c 'backup-worksheets' -n '__backup-worksheets_should_offer_completions_for_flags_or_options "backup-worksheets audit" as-of' -l 'as-of' -d 'The day that counts as now, in UTC: yyyy-mm-dd, or with a time. Without it SOURCE_DATE_EPOCH, else today.' -rfka ''
complete -c 'backup-worksheets' -n '__backup-worksheets_should_offer_completions_for_flags_or_options "backup-worksheets audit" q quiet' -l 'quiet' -s 'q' -d 'Say nothing but errors.'
complete -c 'backup-worksheets' -n '__backup-worksheets_should_offer_completions_for_flags_or_options "backup-worksheets audit" v verbose' -l 'verbose' -s 'v' -d 'Say notes too.'
complete -c 'backup-worksheets' -n '__backup-worksheets_should_offer_completions_for_flags_or_options "backup-worksheets audit" no-color' -l 'no-color' -d 'Never colour anything. NO_COLOR in the environment does the same.'
complete -c 'backup-worksheets' -n '__backup-worksheets_should_offer_completions_for_flags_or_options "backup-worksheets audit" version' -l 'version' -d 'Show the version.'
complete -c 'backup-worksheets' -n '__backup-worksheets_should_offer_completions_for_flags_or_options "backup-worksheets audit" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'backup-worksheets' -n '__backup-worksheets_should_offer_completions_for_flags_or_options "backup-worksheets diff" max-input-bytes' -l 'max-input-bytes' -d 'The largest topology to read, in bytes as UTF-8.' -rfka ''
complete -c 'backup-worksheets' -n '__backup-worksheets_should_offer_completions_for_flags_or_options "backup-worksheets diff" max-depth' -l 'max-depth' -d 'How deep the elements of a topology may be nested.' -rfka ''
complete -c 'backup-worksheets' -n '__backup-worksheets_should_offer_completions_for_flags_or_options "backup-worksheets diff" max-tag-bytes' -l 'max-tag-bytes' -d 'The longest tag or comment in a topology, in bytes.' -rfka ''
complete -c 'backup-worksheets' -n '__backup-worksheets_should_offer_completions_for_flags_or_options "backup-worksheets diff" max-zip-entries' -l 'max-zip-entries' -d 'The most files and folders in a zip archive.' -rfka ''
complete -c 'backup-worksheets' -n '__backup-worksheets_should_offer_completions_for_flags_or_options "backup-worksheets diff" max-zip-ratio' -l 'max-zip-ratio' -d 'How many bytes one packed byte of a zip archive may become.' -rfka ''
complete -c 'backup-worksheets' -n '__backup-worksheets_should_offer_completions_for_flags_or_options "backup-worksheets diff" policy' -l 'policy' -d 'What the organisation decided (YAML). `init` writes a first one.' -rfka ''
complete -c 'backup-worksheets' -n '__backup-worksheets_should_offer_completions_for_flags_or_options "backup-worksheets diff" format' -l 'format' -d 'text, markdown (for a comment on a pull request) or json.' -rfka 'text markdown json'
complete -c 'backup-worksheets' -n '__backup-worksheets_should_offer_completions_for_flags_or_options "backup-worksheets diff" q quiet' -l 'quiet' -s 'q' -d 'Say nothing but errors.'
complete -c 'backup-worksheets' -n '__backup-worksheets_should_offer_completions_for_flags_or_options "backup-worksheets diff" v verbose' -l 'verbose' -s 'v' -d 'Say notes too.'
complete -c 'backup-worksheets' -n '__backup-worksheets_should_offer_completions_for_flags_or_options "backup-worksheets diff" no-color' -l 'no-color' -d 'Never colour anything. NO_COLOR in the environment does the same.'
complete -c 'backup-worksheets' -n '__backup-worksheets_should_offer_completions_for_flags_or_options "backup-worksheets diff" version' -l 'version' -d 'Show the version.'
complete -c 'backup-worksheets' -n '__backup-worksheets_should_offer_completions_for_flags_or_options "backup-worksheets diff" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'backup-worksheets' -n '__backup-worksheets_should_offer_completions_for_flags_or_options "backup-worksheets entries" max-input-bytes' -l 'max-input-bytes' -d 'The largest topology to read, in bytes as UTF-8.' -rfka ''
complete -c 'backup-worksheets' -n '__backup-worksheets_should_offer_completions_for_flags_or_options "backup-worksheets entries" max-depth' -l 'max-depth' -d 'How deep the elements of a topology may be nested.' -rfka ''
complete -c 'backup-worksheets' -n '__backup-worksheets_should_offer_completions_for_flags_or_options "backup-worksheets entries" max-tag-bytes' -l 'max-tag-bytes' -d 'The longest tag or comment in a topology, in bytes.' -rfka ''
complete -c 'backup-worksheets' -n '__backup-worksheets_should_offer_completions_for_flags_or_options "backup-worksheets entries" max-zip-entries' -l 'max-zip-entries' -d 'The most files and folders in a zip archive.' -rfka ''
complete -c 'backup-worksheets' -n '__backup-worksheets_should_offer_completions_for_flags_or_options "backup-worksheets entries" max-zip-ratio' -l 'max-zip-ratio' -d 'How many bytes one packed byte of a zip archive may become.' -rfka ''
complete -c 'backup-worksheets' -n '__backup-worksheets_should_offer_completions_for_flags_or_options "backup-worksheets entries" policy' -l 'policy' -d 'What the organisation decided (YAML). `init` writes a first one.' -rfka ''
complete -c 'backup-worksheets' -n '__backup-worksheets_should_offer_completions_for_flags_or_options "backup-worksheets entries" file' -l 'file' -d 'The register (CSV): created where it is missing.' -rfka ''
complete -c 'backup-worksheets' -n '__backup-worksheets_should_offer_completions_for_flags_or_options "backup-worksheets entries" q quiet' -l 'quiet' -s 'q' -d 'Say nothing but errors.'
complete -c 'backup-worksheets' -n '__backup-worksheets_should_offer_completions_for_flags_or_options "backup-worksheets entries" v verbose' -l 'verbose' -s 'v' -d 'Say notes too.'
complete -c 'backup-worksheets' -n '__backup-worksheets_should_offer_completions_for_flags_or_options "backup-worksheets entries" no-color' -l 'no-color' -d 'Never colour anything. NO_COLOR in the environment does the same.'
complete -c 'backup-worksheets' -n '__backup-worksheets_should_offer_completions_for_flags_or_options "backup-worksheets entries" version' -l 'version' -d 'Show the version.'
complete -c 'backup-worksheets' -n '__backup-worksheets_should_offer_completions_for_flags_or_options "backup-worksheets entries" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'backup-worksheets' -n '__backup-worksheets_should_offer_completions_for_flags_or_options "backup-worksheets init" max-input-bytes' -l 'max-input-bytes' -d 'The largest topology to read, in bytes as UTF-8.' -rfka ''
complete -c 'backup-worksheets' -n '__backup-worksheets_should_offer_completions_for_flags_or_options "backup-worksheets init" max-depth' -l 'max-depth' -d 'How deep the elements of a topology may be nested.' -rfka ''
complete -c 'backup-worksheets' -n '__backup-worksheets_should_offer_completions_for_flags_or_options "backup-worksheets init" max-tag-bytes' -l 'max-tag-bytes' -d 'The longest tag or comment in a topology, in bytes.' -rfka ''
complete -c 'backup-worksheets' -n '__backup-worksheets_should_offer_completions_for_flags_or_options "backup-worksheets init" max-zip-entries' -l 'max-zip-entries' -d 'The most files and folders in a zip archive.' -rfka ''
complete -c 'backup-worksheets' -n '__backup-worksheets_should_offer_completions_for_flags_or_options "backup-worksheets init" max-zip-ratio' -l 'max-zip-ratio' -d 'How many bytes one packed byte of a zip archive may become.' -rfka ''
complete -c 'backup-worksheets' -n '__backup-worksheets_should_offer_completions_for_flags_or_options "backup-worksheets init" q quiet' -l 'quiet' -s 'q' -d 'Say nothing but errors.'
complete -c 'backup-worksheets' -n '__backup-worksheets_should_offer_completions_for_flags_or_options "backup-worksheets init" v verbose' -l 'verbose' -s 'v' -d 'Say notes too.'
complete -c 'backup-worksheets' -n '__backup-worksheets_should_offer_completions_for_flags_or_options "backup-worksheets init" no-color' -l 'no-color' -d 'Never colour anything. NO_COLOR in the environment does the same.'
complete -c 'backup-worksheets' -n '__backup-worksheets_should_offer_completions_for_flags_or_options "backup-worksheets init" version' -l 'version' -d 'Show the version.'
complete -c 'backup-worksheets' -n '__backup-worksheets_should_offer_completions_for_flags_or_options "backup-worksheets init" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'backup-worksheets' -n '__backup-worksheets_should_offer_completions_for_flags_or_options "backup-worksheets validate" max-input-bytes' -l 'max-input-bytes' -d 'The largest topology to read, in bytes as UTF-8.' -rfka ''
complete -c 'backup-worksheets' -n '__backup-worksheets_should_offer_completions_for_flags_or_options "backup-worksheets validate" max-depth' -l 'max-depth' -d 'How deep the elements of a topology may be nested.' -rfka ''
complete -c 'backup-worksheets' -n '__backup-worksheets_should_offer_completions_for_flags_or_options "backup-worksheets validate" max-tag-bytes' -l 'max-tag-bytes' -d 'The longest tag or comment in a topology, in bytes.' -rfka ''
complete -c 'backup-worksheets' -n '__backup-worksheets_should_offer_completions_for_flags_or_options "backup-worksheets validate" max-zip-entries' -l 'max-zip-entries' -d 'The most files and folders in a zip archive.' -rfka ''
complete -c 'backup-worksheets' -n '__backup-worksheets_should_offer_completions_for_flags_or_options "backup-worksheets validate" max-zip-ratio' -l 'max-zip-ratio' -d 'How many bytes one packed byte of a zip archive may become.' -rfka ''
complete -c 'backup-worksheets' -n '__backup-worksheets_should_offer_completions_for_flags_or_options "backup-worksheets validate" q quiet' -l 'quiet' -s 'q' -d 'Say nothing but errors.'
complete -c 'backup-worksheets' -n '__backup-worksheets_should_offer_completions_for_flags_or_options "backup-worksheets validate" v verbose' -l 'verbose' -s 'v' -d 'Say notes too.'
complete -c 'backup-worksheets' -n '__backup-worksheets_should_offer_completions_for_flags_or_options "backup-worksheets validate" no-color' -l 'no-color' -d 'Never colour anything. NO_COLOR in the environment does the same.'
complete -c 'backup-worksheets' -n '__backup-worksheets_should_offer_completions_for_flags_or_options "backup-worksheets validate" version' -l 'version' -d 'Show the version.'
complete -c 'backup-worksheets' -n '__backup-worksheets_should_offer_completions_for_flags_or_options "backup-worksheets validate" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'backup-worksheets' -n '__backup-worksheets_should_offer_completions_for_flags_or_options "backup-worksheets rules" version' -l 'version' -d 'Show the version.'
complete -c 'backup-worksheets' -n '__backup-worksheets_should_offer_completions_for_flags_or_options "backup-worksheets rules" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'backup-worksheets' -n '__backup-worksheets_should_offer_completions_for_positional "backup-worksheets rules" -eq 1' -fa 'list' -d 'List every rule.'
complete -c 'backup-worksheets' -n '__backup-worksheets_should_offer_completions_for_positional "backup-worksheets rules" -eq 1' -fa 'explain' -d 'Explain one rule.'
complete -c 'backup-worksheets' -n '__backup-worksheets_should_offer_completions_for_flags_or_options "backup-worksheets rules list" q quiet' -l 'quiet' -s 'q' -d 'Say nothing but errors.'
complete -c 'backup-worksheets' -n '__backup-worksheets_should_offer_completions_for_flags_or_options "backup-worksheets rules list" v verbose' -l 'verbose' -s 'v' -d 'Say notes too.'
complete -c 'backup-worksheets' -n '__backup-worksheets_should_offer_completions_for_flags_or_options "backup-worksheets rules list" no-color' -l 'no-color' -d 'Never colour anything. NO_COLOR in the environment does the same.'
complete -c 'backup-worksheets' -n '__backup-worksheets_should_offer_completions_for_flags_or_options "backup-worksheets rules list" version' -l 'version' -d 'Show the version.'
complete -c 'backup-worksheets' -n '__backup-worksheets_should_offer_completions_for_flags_or_options "backup-worksheets rules list" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'backup-worksheets' -n '__backup-worksheets_should_offer_completions_for_flags_or_options "backup-worksheets rules explain" q quiet' -l 'quiet' -s 'q' -d 'Say nothing but errors.'
complete -c 'backup-worksheets' -n '__backup-worksheets_should_offer_completions_for_flags_or_options "backup-worksheets rules explain" v verbose' -l 'verbose' -s 'v' -d 'Say notes too.'
complete -c 'backup-worksheets' -n '__backup-worksheets_should_offer_completions_for_flags_or_options "backup-worksheets rules explain" no-color' -l 'no-color' -d 'Never colour anything. NO_COLOR in the environment does the same.'
complete -c 'backup-worksheets' -n '__backup-worksheets_should_offer_completions_for_flags_or_options "backup-worksheets rules explain" version' -l 'version' -d 'Show the version.'
complete -c 'backup-worksheets' -n '__backup-worksheets_should_offer_completions_for_flags_or_options "backup-worksheets rules explain" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'backup-worksheets' -n '__backup-worksheets_should_offer_completions_for_flags_or_options "backup-worksheets templates" version' -l 'version' -d 'Show the version.'
complete -c 'backup-worksheets' -n '__backup-worksheets_should_offer_completions_for_flags_or_options "backup-worksheets templates" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'backup-worksheets' -n '__backup-worksheets_should_offer_completions_for_positional "backup-worksheets templates" -eq 1' -fa 'export' -d 'Write the built-in templates and languages into a folder.'
complete -c 'backup-worksheets' -n '__backup-worksheets_should_offer_completions_for_flags_or_options "backup-worksheets templates export" q quiet' -l 'quiet' -s 'q' -d 'Say nothing but errors.'
complete -c 'backup-worksheets' -n '__backup-worksheets_should_offer_completions_for_flags_or_options "backup-worksheets templates export" v verbose' -l 'verbose' -s 'v' -d 'Say notes too.'
complete -c 'backup-worksheets' -n '__backup-worksheets_should_offer_completions_for_flags_or_options "backup-worksheets templates export" no-color' -l 'no-color' -d 'Never colour anything. NO_COLOR in the environment does the same.'
complete -c 'backup-worksheets' -n '__backup-worksheets_should_offer_completions_for_flags_or_options "backup-worksheets templates export" version' -l 'version' -d 'Show the version.'
complete -c 'backup-worksheets' -n '__backup-worksheets_should_offer_completions_for_flags_or_options "backup-worksheets templates export" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'backup-worksheets' -n '__backup-worksheets_should_offer_completions_for_flags_or_options "backup-worksheets help" version' -l 'version' -d 'Show the version.'
