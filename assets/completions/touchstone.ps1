# Completion of touchstone in PowerShell. The program itself says what fits; where it has nothing, PowerShell goes on with
# files.
Register-ArgumentCompleter -Native -CommandName touchstone -ScriptBlock {
    param($word, $line, $cursor)
    $elements = @($line.CommandElements | Select-Object -Skip 1)
    $before = @($elements | Where-Object { $_.Extent.EndOffset -lt $cursor } | ForEach-Object { $_.Extent.Text })
    $after = @($elements | Where-Object { $_.Extent.StartOffset -ge $cursor } | ForEach-Object { $_.Extent.Text })
    # Older versions drop an empty argument.
    $current = if ($word) { $word } else { '""' }
    $answer = @(touchstone completions powershell '--' $before.Count @before $current @after 2>$null)
    $answer | Select-Object -Skip 1 | ForEach-Object {
        $value, $about = $_ -split "`t", 2
        if (-not $about) { $about = $value }
        [System.Management.Automation.CompletionResult]::new($value, $value, 'ParameterValue', $about)
    }
}
