// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QFrame>

#include <functional>

QT_BEGIN_NAMESPACE
class QLabel;
class QProgressBar;
class QPushButton;
QT_END_NAMESPACE

namespace jz::ui {

/// The place of a field where files are dropped, with buttons for those who have nothing to drop; while files are looked at, it shows
/// how far that is and a way out. What is dropped on it is its parent's.
class DropPlace : public QFrame
{
    Q_OBJECT

public:
    DropPlace(bool imagesOnly, QWidget* parent);

    /// So many of so many files are done.
    void showProgress(int done, int total);
    /// Nothing is under way.
    void showInvitation();
    /// Files are over it.
    void highlight(bool on);
    QPushButton* chooseButton() const { return m_choose; }
    void eachControl(const std::function<void(QWidget*, const QString&)>& adopt) const;

Q_SIGNALS:
    void chooseWanted();
    void pasteWanted();
    void cancelWanted();

private:
    QWidget* buildInvitation(bool imagesOnly);
    QWidget* buildProgress();

    QPushButton* m_choose;
    QPushButton* m_paste;
    QPushButton* m_cancel;
    QLabel* m_words;
    QProgressBar* m_bar;
    QWidget* m_invitation;
    QWidget* m_progress;
};

} // namespace jz::ui
