<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>app::AlertDelivery</name>
    <message numerus="yes">
        <source>%n alert(s)</source>
        <translation>
            <numerusform>%n alert</numerusform>
            <numerusform>%n alerts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>app::AlertDesk</name>
    <message numerus="yes">
        <source>%n alert(s) acknowledged</source>
        <translation>
            <numerusform>%n alert acknowledged</numerusform>
            <numerusform>%n alerts acknowledged</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n rule(s) sleep for an hour</source>
        <translation>
            <numerusform>%n rule sleeps for an hour</numerusform>
            <numerusform>%n rules sleep for an hour</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>app::Application</name>
    <message numerus="yes">
        <source>%n alert(s): %1</source>
        <translation>
            <numerusform>%n alert: %1</numerusform>
            <numerusform>%n alerts: %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::DecisionsPage</name>
    <message numerus="yes">
        <source>%1: %n decision(s)</source>
        <translation>
            <numerusform>%1: %n decision</numerusform>
            <numerusform>%1: %n decisions</numerusform>
        </translation>
    </message>
</context>
</TS>
