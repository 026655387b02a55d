help-heading = help-heading
