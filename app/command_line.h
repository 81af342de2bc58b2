// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/base/error.h"

#include <QCommandLineParser>
#include <QJsonObject>
#include <QStringList>

#include <functional>

namespace jz::cli {

/// Exit codes of every command.
enum ExitCode {
    Fine = 0,      ///< done, nothing wrong
    Wrong = 1,     ///< findings of severity error, or a signature that does not hold
    BadUsage = 2,  ///< the call itself is wrong
    Failed = 3,    ///< could not be done: reading, writing, a broken file
};

/// The languages of messages: Chinese, or English with `--lang en`.
Language language();
void setLanguage(Language language);

/// Prints a line to standard output or standard error, UTF-8.
void print(const QString& line);
void complain(const QString& line);
void printJson(const QJsonObject& object);

/// An option of a command: `--name VALUE`, or a switch when `value` is empty.
struct Option
{
    QString name;
    QString value;
    LocalizedText help;
    bool required = false;
};

/// What a command was called with. Wrong calls have thrown Error Usage before.
struct Call
{
    QStringList inputs;
    QMultiMap<QString, QString> options; ///< switches have an empty value

    bool has(const QString& option) const { return options.contains(option); }
    QString value(const QString& option) const { return options.value(option); }
    /// For an option that other options make necessary. Throws Error Usage when it is missing.
    QString required(const QString& option) const;
    /// ISO date or date and time in local time. Throws Error Usage when it is neither.
    QDateTime dateTime(const QString& option) const;
};

/// One command: its words and what it does. `run` returns the exit code and throws Error for failures.
struct Command
{
    QString name;               ///< one or two words: `check`, `identity new`
    QString arguments;          ///< e.g. `IN.pdf OUT.pdf`
    int inputs = 1;             ///< how many arguments that are
    LocalizedText summary;
    QList<Option> options;
    QStringList examples;
    std::function<int(const Call&)> run;
    bool moreInputs = false;    ///< `inputs` is the least
};

/// Reads the arguments behind the command's name. Throws Error Usage, naming what is wrong or missing and how to
/// see help.
Call parse(const Command& command, const QStringList& arguments);

/// Runs `run`, which prints with --json; when it throws, {"subject": what was asked for, "error": {"subject", "message"}} is
/// printed in its place, and the error goes on.
int withErrorJson(const Call& call, const std::function<int()>& run);

/// Help of one command with its examples, and the list of all.
QString help(const Command& command);
QString help(const QList<Command>& commands);

} // namespace jz::cli
